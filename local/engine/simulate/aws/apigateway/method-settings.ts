import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/methodsettings/ */
export const methodSettings = simulator("aws:apigateway/methodSettings:MethodSettings", {
  id: ({ inputs }) => [inputs.restApi, inputs.stageName, inputs.methodPath].map(text).join("-"),
  computed: { ...regional },
});
