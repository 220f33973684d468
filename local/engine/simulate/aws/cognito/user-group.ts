import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/cognito/usergroup/ */
export const userGroup = simulator("aws:cognito/userGroup:UserGroup", {
  autoName: { property: "name", maxLength: 128 },
  id: ({ inputs }) => `${text(inputs.userPoolId)}/${text(inputs.name)}`,
  computed: { ...regional },
});
