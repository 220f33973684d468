import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { EncryptionKey, type KeyUse, type Place } from "../compute/encryption-key";

export interface AlarmTopicArgs {
  /** Who is told; each gets a message first, and confirms by it. */
  readonly emails: readonly string[];
}

/** Where alarms are told. Encrypted with a key of its own, since CloudWatch cannot use the one that AWS keeps for SNS. */
export class AlarmTopic extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;

  constructor(name: string, { emails }: AlarmTopicArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:observability:AlarmTopic", name, {}, options);
    const inside = { parent: this };
    const key = new EncryptionKey(name, { description: "Alarms of this stack", uses: alarmsUse }, inside);
    const topic = new aws.sns.Topic(`${name}-topic`, { kmsMasterKeyId: key.arn }, inside);
    const { accountId } = aws.getCallerIdentityOutput({}, inside);
    new aws.sns.TopicPolicy(
      `${name}-topic-policy`,
      { arn: topic.arn, policy: pulumi.jsonStringify(topicPolicy(topic.arn, accountId)) },
      inside,
    );
    for (const email of emails)
      new aws.sns.TopicSubscription(
        `${name}-${email}`,
        { topic: topic.arn, protocol: "email", endpoint: email },
        inside,
      );
    this.arn = topic.arn;
    this.registerOutputs({ topicArn: topic.arn });
  }
}

/**
 * Without it alarms change state and nobody hears of it.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 * @see https://repost.aws/knowledge-center/cloudwatch-configure-alarm-sns
 */
export const alarmsUse = ({ account, region }: Place): readonly KeyUse[] => [
  {
    service: "cloudwatch.amazonaws.com",
    actions: ["kms:GenerateDataKey*", "kms:Decrypt"],
    condition: {
      StringEquals: { "aws:SourceAccount": account },
      ArnLike: { "aws:SourceArn": `arn:aws:cloudwatch:${region}:${account}:alarm:*` },
    },
  },
];

/**
 * Alarms of this account alone may publish, and nobody in the clear.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html
 */
const topicPolicy = (topicArn: pulumi.Input<string>, account: pulumi.Input<string>) => ({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Action: "sns:Publish",
      Resource: topicArn,
      Condition: { StringEquals: { "aws:SourceAccount": account } },
    },
    {
      Effect: "Deny",
      Principal: "*",
      Action: "sns:Publish",
      Resource: topicArn,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ],
});
