import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/lambda/provisionedconcurrencyconfig/ */
export const provisionedConcurrencyConfig = simulator(
  "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
  {
    id: ({ inputs }) => `${text(inputs.functionName)},${text(inputs.qualifier)}`,
    computed: { ...regional },
  },
);
