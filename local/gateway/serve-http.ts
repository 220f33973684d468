import { type Answer, json, withHeaders } from "./answer";
import type { AuthorizerContext, AuthorizerValues } from "./authorization";
import { commonContext, withAuthorizer } from "./context";
import { corsHeaders, isPreflight, preflightHeaders } from "./cors";
import { HttpAuthorizers, type HttpRefusal } from "./http-authorize";
import type { HttpAuthorizerValues } from "./http-event";
import { httpIntegration } from "./integrate/http";
import type { IntegrationWorld } from "./integrate/world";
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

  async serve(raw: RawRequest, context: AuthorizerContext & IntegrationWorld): Promise<Served> {
    const served = await this.#route(raw, context);
    const { cors } = this.#api;
    const answer = cors ? withCors(served.answer, cors, raw) : served.answer;
    return { ...served, answer: withHeaders(answer, [["apigw-requestid", raw.requestId]]) };
  }

  async #route(raw: RawRequest, context: AuthorizerContext & IntegrationWorld): Promise<Served> {
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
    const { event } = authorization;
    const answer = await httpIntegration(
      this.#api,
      match.route,
      withAuthorizer(request, valuesOf(event)),
      event,
      context,
    );
    return { route, authorizer, answer };
  }
}

/** As `$context.authorizer` has them. */
const valuesOf = (event: HttpAuthorizerValues | undefined): AuthorizerValues | undefined =>
  event?.kind === "jwt" ? { claims: event.claims } : event?.values;

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
      ...commonContext(raw),
      apiId: api.id,
      accountId: api.account,
      routeKey: route.key,
      stage: stage.name,
    },
  };
}
