import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Settings } from "../config/schema";
import { EncryptionKey, type KeyUse, type Place } from "./encryption-key";

export interface GroupArgs {
  /** Where whoever writes it looks for it. Default: a name that Pulumi makes. */
  readonly name?: pulumi.Input<string>;
  /** Whether the stack's own key may encrypt it. Default: true. Without, CloudWatch's key does. */
  readonly ownKey?: boolean;
}

/** Every log group of the program, so that each is forgotten in time and encrypted alike. */
export class Logs extends pulumi.ComponentResource {
  private readonly retentionInDays: number;
  private readonly key?: EncryptionKey;

  constructor(
    name: string,
    { settings }: { readonly settings: Pick<Settings, "logs"> },
    options?: pulumi.ComponentResourceOptions,
  ) {
    super("gatehouse:compute:Logs", name, {}, options);
    this.retentionInDays = settings.logs.retentionDays;
    if (settings.logs.encrypted)
      this.key = new EncryptionKey(name, { description: "Log groups of this stack", uses: logsUse }, { parent: this });
    this.registerOutputs({});
  }

  /** The log group `<name>-log`, a part of whoever writes it. */
  group(name: string, { ownKey = true, ...args }: GroupArgs, options: pulumi.CustomResourceOptions) {
    return new aws.cloudwatch.LogGroup(
      `${name}-log`,
      {
        ...args,
        retentionInDays: this.retentionInDays,
        ...(ownKey && this.key && { kmsKeyId: this.key.arn }),
      },
      options,
    );
  }
}

/**
 * CloudWatch Logs alone uses the key, for log groups of this account and region, whichever service writes them: access logs of
 * API Gateway and logs of Lambda need no statement of their own.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export const logsUse = ({ account, region }: Place): readonly KeyUse[] => [
  {
    service: `logs.${region}.amazonaws.com`,
    actions: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
    condition: {
      ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:${account}:log-group:*` },
    },
  },
];
