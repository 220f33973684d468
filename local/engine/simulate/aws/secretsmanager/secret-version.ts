import { type Creation, simulator } from "../../simulator";
import { regional, text, uuid } from "../shapes";

const versionId = (creation: Creation): string => uuid(creation);

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/secretsmanager/secretversion/ */
export const secretVersion = simulator("aws:secretsmanager/secretVersion:SecretVersion", {
  id: (creation) => `${text(creation.inputs.secretId)}|${versionId(creation)}`,
  computed: {
    ...regional,
    arn: ({ inputs }) => text(inputs.secretId),
    hasSecretStringWo: ({ inputs }) => inputs.secretStringWo !== undefined,
    secretArn: ({ inputs }) => text(inputs.secretId),
    versionId,
    versionStages: () => ["AWSCURRENT"],
  },
  secrets: ["secretBinary", "secretString", "secretStringWo"],
});
