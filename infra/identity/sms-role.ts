import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** The role with which the user pool sends text messages, and the external id by which it is asked for. */
export class SmsRole extends pulumi.ComponentResource {
  /** What the user pool is told. Known once the role may send, which AWS checks when it makes the pool. */
  readonly configuration: pulumi.Output<{ snsCallerArn: string; externalId: string }>;

  constructor(name: string, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:identity:SmsRole", name, {}, options);
    const inside = { parent: this };
    const externalId = `${pulumi.getProject()}-${pulumi.getStack()}-${name}`;
    const { accountId } = aws.getCallerIdentityOutput({}, inside);

    const role = new aws.iam.Role(
      `${name}-sms-role`,
      { assumeRolePolicy: trustPolicy(externalId, accountId), description: "Sends the user pool's text messages" },
      inside,
    );
    const policy = new aws.iam.RolePolicy(`${name}-sms-policy`, { role: role.id, policy: sendMessages }, inside);
    this.configuration = pulumi.all([role.arn, policy.id]).apply(([snsCallerArn]) => ({ snsCallerArn, externalId }));
    this.registerOutputs({});
  }
}

/**
 * Only Amazon Cognito, on behalf of this account and by the external id. The pool's own ARN cannot stand here: the pool comes after.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-sms-and-phone-verification.html
 */
const trustPolicy = (externalId: string, accountId: pulumi.Input<string>) =>
  pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "cognito-idp.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "sts:ExternalId": externalId, "aws:SourceAccount": accountId } },
      },
    ],
  });

/** To phone numbers, which have no ARN, and to no topic. */
const sendMessages = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Action: ["sns:Publish"], Resource: "*" },
    { Effect: "Deny", Action: ["sns:Publish"], Resource: "arn:aws:sns:*:*:*" },
  ],
});
