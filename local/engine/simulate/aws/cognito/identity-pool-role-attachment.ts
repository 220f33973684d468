import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/cognito/identitypoolroleattachment/ */
export const identityPoolRoleAttachment = simulator(
  "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
  {
    id: ({ inputs }) => text(inputs.identityPoolId),
    computed: { ...regional },
  },
);
