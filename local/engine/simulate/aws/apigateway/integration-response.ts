import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/integrationresponse/ */
export const integrationResponse = simulator("aws:apigateway/integrationResponse:IntegrationResponse", {
  id: ({ inputs }) =>
    `agir-${[inputs.restApi, inputs.resourceId, inputs.httpMethod, inputs.statusCode].map(text).join("-")}`,
  computed: { ...regional },
});
