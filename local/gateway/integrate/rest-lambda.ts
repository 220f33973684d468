import type { Answer } from "../answer";
import type { AuthorizerValues } from "../authorization";
import { restLambdaAnswer, streamedAnswer } from "../lambda-response";
import type { RestApi, RestIntegration, RestRoute } from "../model";
import { firstHeader, type GatewayRequest } from "../request";
import { restProxyEvent } from "../rest-event";
import { type RestRefusal, restRefusals } from "../rest-refusal";
import type { IntegrationWorld } from "./world";

type Lambda = Extract<RestIntegration, { kind: "lambda" }>;

/** Answers for a Lambda proxy integration of a REST API, at once or as the function goes on. */
export async function restLambda(
  { api, route, integration }: { api: RestApi; route: RestRoute; integration: Lambda },
  request: GatewayRequest,
  values: AuthorizerValues | undefined,
  { invoke, stream }: Pick<IntegrationWorld, "invoke" | "stream">,
): Promise<Answer | RestRefusal> {
  const event = restProxyEvent(api, route, request, values);
  const options = { sourceArn: restSourceArn(api, route, request), timeoutMs: integration.timeoutMs };
  const result = await (integration.streams ? stream : invoke)(integration.function, event, options);
  switch (result.kind) {
    case "forbidden":
      return restRefusals.apiConfiguration;
    case "timedOut":
      return restRefusals.integrationTimeout;
    case "failed":
      return restRefusals.malformedProxyResponse;
    case "streaming": {
      const response = await streamedAnswer(result.content);
      return response.kind === "answer" ? response.answer : restRefusals.malformedProxyResponse;
    }
    case "returned": {
      const accept = firstHeader(request, "accept");
      const response = restLambdaAnswer(result.payload, { binaryMediaTypes: api.binaryMediaTypes, accept });
      return response.kind === "answer" ? response.answer : restRefusals.malformedProxyResponse;
    }
  }
}

/**
 * The source ARN under which API Gateway calls a function for a method: the resource's path with `*` for each parameter.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html
 */
export const restSourceArn = (
  api: Pick<RestApi, "executionArn">,
  route: Pick<RestRoute, "path">,
  request: Pick<GatewayRequest, "stage" | "method">,
): string => `${api.executionArn}/${request.stage.name}/${request.method}${route.path.replace(/\{[^}]+\}/g, "*")}`;
