import { simulator } from "../../simulator";
import { text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/iam/rolepolicy/ */
export const rolePolicy = simulator("aws:iam/rolePolicy:RolePolicy", {
  autoName: { property: "name", maxLength: 128 },
  id: ({ inputs }) => `${text(inputs.role)}:${text(inputs.name)}`,
  computed: { namePrefix: () => "" },
});
