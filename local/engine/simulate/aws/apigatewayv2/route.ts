import { simulator } from "../../simulator";
import { regional } from "../shapes";

/**
 * A route that names an authorizer and no type is open: the type's default does not look at the authorizer.
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/apigatewayv2/route/
 */
export const route = simulator("aws:apigatewayv2/route:Route", {
  defaults: { apiKeyRequired: false, authorizationType: "NONE" },
  id: ({ unique }) => unique(7),
  computed: { ...regional },
});
