import { simulator } from "../../simulator";
import { arn, dnsSuffix, regional, tagged } from "../shapes";

/**
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/apigatewayv2/api/
 */
export const api = simulator("aws:apigatewayv2/api:Api", {
  autoName: { property: "name", maxLength: 128 },
  defaults: {
    apiKeySelectionExpression: "$request.header.x-api-key",
    disableExecuteApiEndpoint: false,
    routeSelectionExpression: "$request.method $request.path",
  },
  id: ({ unique }) => unique(10),
  computed: {
    ...regional,
    ...tagged,
    apiEndpoint: ({ id, inputs, region }) =>
      `${inputs.protocolType === "WEBSOCKET" ? "wss" : "https"}://${id}.execute-api.${region}.${dnsSuffix(region)}`,
    arn: (creation) => arn(creation, "apigateway", `/apis/${creation.id}`, { account: true }),
    executionArn: (creation) => arn(creation, "execute-api", creation.id),
    ipAddressType: () => "ipv4",
  },
});
