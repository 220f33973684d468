import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** Where a key is: what its policy narrows services to. */
export interface Place {
  /** Twelve digits. */
  readonly account: string;
  readonly region: string;
}

/** What one service, or some accounts and roles, may do with a key. The account's own people get in through IAM. */
export type KeyUse = KeyUser & {
  readonly actions: readonly string[];
  /** On whose behalf, or through which service, as IAM conditions. */
  readonly condition: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

type KeyUser =
  | {
      /** Such as `logs.eu-west-1.amazonaws.com`. */
      readonly service: string;
    }
  | {
      /** ARNs of IAM. */
      readonly principals: readonly string[];
    };

export interface EncryptionKeyArgs {
  readonly description: string;
  readonly uses: (place: Place) => readonly KeyUse[];
}

/** How long a deleted key can be brought back; what it encrypted cannot be read without it. Limits: 7 to 30 days. */
const deletionWindowInDays = 30;

/**
 * A KMS key that changes its material each year and that named services may use. A dollar a month, and three cents for ten
 * thousand uses.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
 * @see https://aws.amazon.com/kms/pricing/
 */
export class EncryptionKey extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;

  constructor(name: string, { description, uses }: EncryptionKeyArgs, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:compute:EncryptionKey", name, {}, options);
    const inside = { parent: this };
    const { accountId } = aws.getCallerIdentityOutput({}, inside);
    const { region } = aws.getRegionOutput({}, inside);
    const policy = pulumi
      .all([accountId, region])
      .apply(([account, here]) => JSON.stringify(planKeyPolicy(account, uses({ account, region: here }))));
    const key = new aws.kms.Key(
      `${name}-key`,
      { description, enableKeyRotation: true, deletionWindowInDays, policy },
      inside,
    );
    new aws.kms.Alias(`${name}-key-alias`, { targetKeyId: key.id }, inside);
    this.arn = key.arn;
    this.registerOutputs({ keyArn: key.arn });
  }
}

/**
 * Without its first statement nobody could change the key again, and IAM policies would not count.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export const planKeyPolicy = (account: string, uses: readonly KeyUse[]) => ({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "kms:*", Resource: "*" },
    ...uses.map((use) => ({
      Effect: "Allow",
      Principal: "service" in use ? { Service: use.service } : { AWS: use.principals },
      Action: use.actions,
      Resource: "*",
      Condition: use.condition,
    })),
  ],
});
