import { simulator } from "../../simulator";
import { text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/iam/rolepolicyattachment/ */
export const rolePolicyAttachment = simulator("aws:iam/rolePolicyAttachment:RolePolicyAttachment", {
  id: ({ inputs, unique }) => `${text(inputs.role)}-${unique(26, { alphabet: "0123456789" })}`,
  computed: {},
});
