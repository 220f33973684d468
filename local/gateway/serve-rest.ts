import type { ServiceCall } from "../lambda/service-caller";
import { type Answer, json, notSimulated, withHeaders } from "./answer";
import type { AuthorizerContext, AuthorizerValues } from "./authorization";
import { gatewayAnswer } from "./gateway-response";
import { restLambdaAnswer } from "./lambda-response";
import { matchRestRoute } from "./match-route";
import { mockAnswer } from "./mock-integration";
import type { RestApi, RestRoute, Stage } from "./model";
import { firstHeader, type GatewayRequest } from "./request";
import { RestAuthorizers } from "./rest-authorize";
import { restProxyEvent } from "./rest-event";
import { type RestRefusal, restRefusals } from "./rest-refusal";
import { maxBodyBytes, type RawRequest, type Served, splitStage } from "./serve";

/** Serves a REST API: stage, method, authorizer, integration, gateway responses. */
export class RestServer {
  readonly #api: RestApi;
  readonly #authorizers: RestAuthorizers;

  /** @param now - Milliseconds since the epoch, for authorizer caches. */
  constructor(api: RestApi, now: () => number) {
    this.#api = api;
    this.#authorizers = new RestAuthorizers(api, now);
  }

  async serve(raw: RawRequest, context: AuthorizerContext): Promise<Served> {
    const split = splitStage(raw.fullPath, this.#api.stages);
    // A host without that stage answers so before any API of it is looked at.
    if (split === undefined) return { answer: identified(json(403, { message: "Forbidden" }), raw) };
    const match = matchRestRoute(this.#api.routes, raw.method, split.path);
    const request = toRequest(this.#api, raw, split.stage, split.path, match);
    const refuse = (refusal: RestRefusal): Answer =>
      identified(gatewayAnswer(refusal, this.#api.gatewayResponses, request), raw);
    if (match === undefined) return { answer: refuse(restRefusals.missingAuthenticationToken) };

    const { route } = match;
    const name = `${route.method} ${route.path}`;
    if (raw.body.length > maxBodyBytes) return { route: name, answer: refuse(restRefusals.tooLarge) };
    const authorization = await this.#authorizers.authorize(route, request, context);
    const authorizer = authorization.record;
    if (authorization.kind === "refused") return { route: name, authorizer, answer: refuse(authorization.refusal) };
    if (route.apiKeyRequired)
      return { route: name, authorizer, answer: notSimulated("A method that wants an API key") };
    const result = await this.#integrate(route, request, authorization.values, context.invoke);
    const answer = "type" in result ? refuse(result) : identified(result, raw);
    return { route: name, authorizer, answer };
  }

  async #integrate(
    route: RestRoute,
    request: GatewayRequest,
    values: AuthorizerValues | undefined,
    invoke: ServiceCall,
  ): Promise<Answer | RestRefusal> {
    const { integration } = route;
    if (integration.kind === "unsupported") return notSimulated(integration.type);
    if (integration.kind === "mock") {
      const variables = Object.entries(request.context).map(([name, value]) => [`context.${name}`, value]);
      return mockAnswer(integration, firstHeader(request, "content-type"), Object.fromEntries(variables));
    }
    const result = await invoke(integration.function, restProxyEvent(this.#api, route, request, values), {
      sourceArn: restSourceArn(this.#api, route, request),
      timeoutMs: integration.timeoutMs,
    });
    switch (result.kind) {
      case "forbidden":
        return restRefusals.apiConfiguration;
      case "timedOut":
        return restRefusals.integrationTimeout;
      case "failed":
        return restRefusals.malformedProxyResponse;
      case "returned": {
        const accept = firstHeader(request, "accept");
        const response = restLambdaAnswer(result.payload, { binaryMediaTypes: this.#api.binaryMediaTypes, accept });
        return response.kind === "answer" ? response.answer : restRefusals.malformedProxyResponse;
      }
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

function toRequest(
  api: RestApi,
  raw: RawRequest,
  stage: Stage,
  path: string,
  match: { readonly route: RestRoute; readonly parameters: Readonly<Record<string, string>> } | undefined,
): GatewayRequest {
  return {
    ...raw,
    path,
    stage,
    pathParameters: match?.parameters ?? {},
    context: {
      apiId: api.id,
      accountId: api.account,
      httpMethod: raw.method,
      path: raw.fullPath,
      stage: stage.name,
      requestId: raw.requestId,
      extendedRequestId: raw.requestId,
      "identity.sourceIp": raw.sourceIp,
      ...(match && { resourcePath: match.route.path, resourceId: match.route.resourceId }),
    },
  };
}

const identified = (answer: Answer, { requestId }: RawRequest): Answer =>
  withHeaders(answer, [["x-amzn-RequestId", requestId]]);
