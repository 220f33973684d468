import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/response/ */
export const response = simulator("aws:apigateway/response:Response", {
  id: ({ inputs }) => `aggr-${text(inputs.restApiId)}-${text(inputs.responseType)}`,
  computed: { ...regional },
});
