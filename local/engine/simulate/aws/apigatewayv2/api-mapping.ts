import { simulator } from "../../simulator";
import { regional } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/apigatewayv2/apimapping/ */
export const apiMapping = simulator("aws:apigatewayv2/apiMapping:ApiMapping", {
  id: ({ unique }) => unique(6),
  computed: { ...regional },
});
