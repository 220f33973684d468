import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/lambda/functioneventinvokeconfig/ */
export const functionEventInvokeConfig = simulator("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", {
  id: ({ inputs: { functionName, qualifier } }) => [functionName, qualifier].map(text).filter(Boolean).join(":"),
  computed: { ...regional },
});
