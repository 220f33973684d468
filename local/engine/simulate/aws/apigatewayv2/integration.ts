import type { PropertyValue } from "../../../model";
import { type Creation, simulator } from "../../simulator";
import { regional, text } from "../shapes";

const isWebSocket = (apiId: PropertyValue | undefined, lookup: Creation["lookup"]): boolean =>
  lookup("aws:apigatewayv2/api:Api", text(apiId))?.protocolType === "WEBSOCKET";

/**
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/apigatewayv2/integration/
 */
export const integration = simulator("aws:apigatewayv2/integration:Integration", {
  defaults: { connectionType: "INTERNET", payloadFormatVersion: "1.0" },
  id: ({ unique }) => unique(7),
  computed: {
    ...regional,
    integrationResponseSelectionExpression: ({ inputs, lookup }) =>
      isWebSocket(inputs.apiId, lookup) ? "${integration.response.statuscode}" : "",
    timeoutMilliseconds: ({ inputs, lookup }) => (isWebSocket(inputs.apiId, lookup) ? 29000 : 30000),
  },
});
