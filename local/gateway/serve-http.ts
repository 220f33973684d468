import type { ServiceCall } from "../lambda/service-caller";
import { type Answer, json, notSimulated, withHeaders } from "./answer";
import type { AuthorizerContext } from "./authorization";
import { corsHeaders, isPreflight, preflightHeaders } from "./cors";
import { HttpAuthorizers, type HttpRefusal } from "./http-authorize";
import { type HttpAuthorizerValues, httpProxyEvent } from "./http-event";
import { httpLambdaAnswer } from "./lambda-response";
import { matchHttpRoute, type RouteMatch } from "./match-route";
import type { Cors, HttpApi, HttpRoute, Stage } from "./model";
import { firstHeader, type GatewayRequest } from "./request";
import { maxBodyBytes, type RawRequest, type Served, splitStage } from "./serve";

/** Serves an HTTP API: stage, route, CORS, authorizer, integration. */
export class HttpServer {
  readonly #api: HttpApi;
  readonly #authorizers: HttpAuthorizers;

  /** @param now - Milliseconds since the epoch, for authorizer caches. */
  constructor(api: HttpApi, now: () => number) {
    this.#api = api;
    this.#authorizers = new HttpAuthorizers(api, now);
  }

  async serve(raw: RawRequest, context: AuthorizerContext): Promise<Served> {
    const served = await this.#route(raw, context);
    const { cors } = this.#api;
    const answer = cors ? withCors(served.answer, cors, raw) : served.answer;
    return { ...served, answer: withHeaders(answer, [["apigw-requestid", raw.requestId]]) };
  }

  async #route(raw: RawRequest, context: AuthorizerContext): Promise<Served> {
    const { cors, routes, stages } = this.#api;
    const split = splitStage(raw.fullPath, stages);
    if (split === undefined) return { answer: json(404, { message: "Not Found" }) };
    const match = matchHttpRoute(routes, raw.method, split.path);
    // A route that takes OPTIONS, be it through ANY or $default, takes the preflight too, authorizer and all.
    if (match === undefined && cors && isPreflight(raw))
      return { answer: { status: 204, headers: [], body: Buffer.alloc(0) } };
    if (match === undefined) return { answer: json(404, { message: "Not Found" }) };
    const route = match.route.key;
    if (raw.body.length > maxBodyBytes) return { route, answer: json(413, { message: "Request Entity Too Large" }) };

    const request = toRequest(this.#api, raw, split.stage, split.path, match);
    const authorization = await this.#authorizers.authorize(match.route, request, context);
    const authorizer = authorization.record;
    if (authorization.kind === "refused") return { route, authorizer, answer: refusalAnswer(authorization.refusal) };
    return {
      route,
      authorizer,
      answer: await this.#integrate(match.route, request, authorization.event, context.invoke),
    };
  }

  async #integrate(
    route: HttpRoute,
    request: GatewayRequest,
    values: HttpAuthorizerValues | undefined,
    invoke: ServiceCall,
  ): Promise<Answer> {
    const { integration } = route;
    if (integration.kind === "unsupported") return notSimulated(integration.type);
    const event = httpProxyEvent(integration.payloadFormat, this.#api, route, request, values);
    const result = await invoke(integration.function, event, {
      sourceArn: httpSourceArn(this.#api, route, request),
      timeoutMs: integration.timeoutMs,
    });
    if (result.kind === "timedOut") return json(503, { message: "Service Unavailable" });
    const response =
      result.kind === "returned" ? httpLambdaAnswer(result.payload, integration.payloadFormat) : undefined;
    return response?.kind === "answer" ? response.answer : json(500, { message: "Internal Server Error" });
  }
}

/** The source ARN under which API Gateway calls a function for a route: the route's key, parameters unfilled. */
export const httpSourceArn = (
  api: Pick<HttpApi, "executionArn">,
  route: Pick<HttpRoute, "path">,
  request: Pick<GatewayRequest, "stage" | "method">,
): string => `${api.executionArn}/${request.stage.name}/${route.path ? request.method + route.path : "$default"}`;

const refusalAnswer = (refusal: HttpRefusal): Answer => {
  const challenge = refusal.status === 401 ? refusal.challenge : undefined;
  return json(refusal.status, { message: refusal.message }, challenge ? [["www-authenticate", challenge]] : []);
};

/** With CORS configured, API Gateway sets its headers on every answer, and ignores the function's own. */
function withCors(answer: Answer, cors: Cors, raw: RawRequest): Answer {
  const own = answer.headers.filter(([name]) => !/^access-control-/i.test(name));
  const headers = (isPreflight(raw) ? preflightHeaders : corsHeaders)(cors, firstHeader(raw, "origin"));
  return withHeaders({ ...answer, headers: own }, headers);
}

function toRequest(
  api: HttpApi,
  raw: RawRequest,
  stage: Stage,
  path: string,
  { route, parameters }: RouteMatch<HttpRoute>,
): GatewayRequest {
  return {
    ...raw,
    path,
    stage,
    pathParameters: parameters,
    context: {
      apiId: api.id,
      accountId: api.account,
      httpMethod: raw.method,
      path: raw.fullPath,
      routeKey: route.key,
      stage: stage.name,
      requestId: raw.requestId,
      "identity.sourceIp": raw.sourceIp,
    },
  };
}
