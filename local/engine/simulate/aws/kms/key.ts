import { type Creation, simulator } from "../../simulator";
import { arn, regional, tagged, uuid } from "../shapes";

const defaultPolicy = (creation: Creation): string =>
  JSON.stringify({
    Id: "key-default-1",
    Statement: [
      {
        Action: "kms:*",
        Effect: "Allow",
        Principal: { AWS: arn(creation, "iam", "root", { region: true }) },
        Resource: "*",
        Sid: "Enable IAM User Permissions",
      },
    ],
    Version: "2012-10-17",
  });

/**
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/kms/key/
 */
export const key = simulator("aws:kms/key:Key", {
  defaults: {
    customerMasterKeySpec: "SYMMETRIC_DEFAULT",
    enableKeyRotation: false,
    isEnabled: true,
    keyUsage: "ENCRYPT_DECRYPT",
  },
  id: (creation) => uuid(creation),
  computed: {
    ...regional,
    ...tagged,
    arn: (creation) => arn(creation, "kms", `key/${creation.id}`),
    description: () => "",
    keyId: ({ id }) => id,
    multiRegion: () => false,
    policy: defaultPolicy,
    rotationPeriodInDays: ({ inputs }) => (inputs.enableKeyRotation === true ? 365 : 0),
  },
});
