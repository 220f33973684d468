import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/cognito/useringroup/ */
export const userInGroup = simulator("aws:cognito/userInGroup:UserInGroup", {
  id: ({ inputs }) => [inputs.userPoolId, inputs.groupName, inputs.username].map(text).join(","),
  computed: { ...regional },
});
