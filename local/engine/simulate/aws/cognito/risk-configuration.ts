import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/cognito/riskconfiguration/ */
export const riskConfiguration = simulator("aws:cognito/riskConfiguration:RiskConfiguration", {
  id: ({ inputs: { userPoolId, clientId } }) => [userPoolId, clientId].map(text).filter(Boolean).join(":"),
  computed: { ...regional },
});
