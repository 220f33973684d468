import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/cognito/logdeliveryconfiguration/ */
export const logDeliveryConfiguration = simulator("aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration", {
  id: ({ inputs }) => text(inputs.userPoolId),
  computed: { ...regional },
});
