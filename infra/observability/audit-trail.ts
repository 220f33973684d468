import { Trail } from "@pulumi/awsx/cloudtrail/trail";
import * as pulumi from "@pulumi/pulumi";
import { EncryptionKey, type KeyUse, type Place } from "../compute/encryption-key";

/**
 * Who changed what in the account, in every region: management events, in a bucket that `awsx` makes, encrypted with a key of its
 * own. Digests prove afterwards that nothing was changed or taken out. The first such trail of an account is free but for storage
 * and key. Of a CloudWatch log group that the component could make, its trail never hears, so there is none.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html
 * @see https://github.com/pulumi/pulumi-awsx/blob/master/awsx/cloudtrail/trail.ts
 */
export class AuditTrail extends pulumi.ComponentResource {
  constructor(name: string, options?: pulumi.ComponentResourceOptions) {
    super("gatehouse:observability:AuditTrail", name, {}, options);
    const inside = { parent: this };
    const trailName = `${pulumi.getProject()}-${pulumi.getStack()}`;
    const key = new EncryptionKey(
      name,
      { description: "Audit trail of this account", uses: trailUse(trailName) },
      inside,
    );
    new Trail(
      `${name}-trail`,
      {
        name: trailName,
        isMultiRegionTrail: true,
        includeGlobalServiceEvents: true,
        enableLogFileValidation: true,
        kmsKeyId: key.arn,
      },
      inside,
    );
    this.registerOutputs({});
  }
}

/**
 * The trail encrypts, and looks at its key; people of the account decrypt by IAM.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
export const trailUse =
  (trailName: string) =>
  ({ account, region }: Place): readonly KeyUse[] => {
    const service = "cloudtrail.amazonaws.com";
    const fromTrail = { "aws:SourceArn": `arn:aws:cloudtrail:${region}:${account}:trail/${trailName}` };
    return [
      {
        service,
        actions: ["kms:GenerateDataKey*"],
        condition: {
          StringEquals: fromTrail,
          StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": `arn:aws:cloudtrail:*:${account}:trail/*` },
        },
      },
      { service, actions: ["kms:DescribeKey"], condition: { StringEquals: fromTrail } },
    ];
  };
