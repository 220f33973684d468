import { simulator } from "../../simulator";
import { arn, regional, text } from "../shapes";

/**
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/kms/alias/
 */
export const alias = simulator("aws:kms/alias:Alias", {
  autoName: { property: "name", maxLength: 256, format: (name) => `alias/${name}` },
  id: ({ inputs }) => text(inputs.name),
  computed: {
    ...regional,
    arn: (creation) => arn(creation, "kms", creation.id),
    namePrefix: () => "",
    targetKeyArn: (creation) => {
      const key = text(creation.inputs.targetKeyId);
      return key.startsWith("arn:") ? key : arn(creation, "kms", `key/${key}`);
    },
  },
});
