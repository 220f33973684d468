import { simulator } from "../../simulator";
import { regional } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/apigatewayv2/routeresponse/ */
export const routeResponse = simulator("aws:apigatewayv2/routeResponse:RouteResponse", {
  id: ({ unique }) => unique(7),
  computed: { ...regional },
});
