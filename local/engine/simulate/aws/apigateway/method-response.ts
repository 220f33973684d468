import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/methodresponse/ */
export const methodResponse = simulator("aws:apigateway/methodResponse:MethodResponse", {
  id: ({ inputs }) =>
    `agmr-${[inputs.restApi, inputs.resourceId, inputs.httpMethod, inputs.statusCode].map(text).join("-")}`,
  computed: { ...regional },
});
