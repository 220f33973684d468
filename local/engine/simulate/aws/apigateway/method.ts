import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/method/ */
export const method = simulator("aws:apigateway/method:Method", {
  defaults: { apiKeyRequired: false },
  id: ({ inputs }) => `agm-${[inputs.restApi, inputs.resourceId, inputs.httpMethod].map(text).join("-")}`,
  computed: { ...regional },
});
