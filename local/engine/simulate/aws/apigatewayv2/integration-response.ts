import { simulator } from "../../simulator";
import { regional } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/apigatewayv2/integrationresponse/ */
export const integrationResponse = simulator("aws:apigatewayv2/integrationResponse:IntegrationResponse", {
  id: ({ unique }) => unique(7),
  computed: { ...regional },
});
