import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/restapipolicy/ */
export const restApiPolicy = simulator("aws:apigateway/restApiPolicy:RestApiPolicy", {
  id: ({ inputs }) => text(inputs.restApiId),
  computed: { ...regional },
});
