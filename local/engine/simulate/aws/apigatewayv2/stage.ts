import { simulator } from "../../simulator";
import { arn, dnsSuffix, regional, tagged, text } from "../shapes";

/**
 * The `$default` stage of an HTTP API is served from the root.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/apigatewayv2/stage/
 */
export const stage = simulator("aws:apigatewayv2/stage:Stage", {
  autoName: { property: "name", maxLength: 128 },
  id: ({ inputs }) => text(inputs.name),
  computed: {
    ...regional,
    ...tagged,
    arn: (creation) =>
      arn(creation, "apigateway", `/apis/${text(creation.inputs.apiId)}/stages/${creation.id}`, { account: true }),
    deploymentId: ({ inputs, unique }) => (inputs.autoDeploy === true ? unique(6, { salt: "deployment" }) : ""),
    executionArn: (creation) => arn(creation, "execute-api", `${text(creation.inputs.apiId)}/${creation.id}`),
    invokeUrl: ({ id, inputs, lookup, region }) => {
      const api = text(inputs.apiId);
      const isWebSocket = lookup("aws:apigatewayv2/api:Api", api)?.protocolType === "WEBSOCKET";
      const host = `${isWebSocket ? "wss" : "https"}://${api}.execute-api.${region}.${dnsSuffix(region)}`;
      return `${host}/${id === "$default" && !isWebSocket ? "" : id}`;
    },
  },
});
