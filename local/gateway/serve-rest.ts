import { type Answer, json, notSimulated, withHeaders } from "./answer";
import { ApiKeys } from "./api-keys";
import type { AuthorizerContext, AuthorizerValues } from "./authorization";
import { commonContext, withAuthorizer } from "./context";
import { gatewayAnswer } from "./gateway-response";
import { restIntegration } from "./integrate/rest";
import type { IntegrationWorld } from "./integrate/world";
import { matchRestRoute } from "./match-route";
import type { RestApi, RestRoute, Stage } from "./model";
import type { GatewayRequest } from "./request";
import { RestAuthorizers } from "./rest-authorize";
import { type RestRefusal, restRefusals } from "./rest-refusal";
import { maxBodyBytes, type RawRequest, type Served, splitStage } from "./serve";
import { RequestValidators } from "./validate-request";

/** Serves a REST API: stage, method, authorizer, API key, validation, integration, gateway responses. */
export class RestServer {
  readonly #api: RestApi;
  readonly #authorizers: RestAuthorizers;
  readonly #keys: ApiKeys;
  readonly #validators: RequestValidators;

  /** @param now - Milliseconds since the epoch, for authorizer caches and usage plans. */
  constructor(api: RestApi, now: () => number) {
    this.#api = api;
    this.#authorizers = new RestAuthorizers(api, now);
    this.#keys = new ApiKeys(api, now);
    this.#validators = new RequestValidators(api);
  }

  async serve(raw: RawRequest, context: AuthorizerContext & IntegrationWorld): Promise<Served> {
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
    const result = await this.#answer(
      route,
      withAuthorizer(request, authorization.values),
      authorization.values,
      context,
    );
    const answer = "type" in result ? refuse(result) : identified(result, raw);
    return { route: name, authorizer, answer };
  }

  /** API key, then validation, then integration. */
  async #answer(
    route: RestRoute,
    request: GatewayRequest,
    values: AuthorizerValues | undefined,
    world: IntegrationWorld,
  ): Promise<Answer | RestRefusal> {
    if (route.apiKeyRequired && this.#api.apiKeySource === "AUTHORIZER")
      return notSimulated("An API key from the authorizer");
    const decision = route.apiKeyRequired ? this.#keys.check(route, request) : undefined;
    if (decision && "refusal" in decision) return decision.refusal;
    const key = decision && { "identity.apiKeyId": decision.key.id, "identity.apiKey": decision.key.value };
    const known = key ? { ...request, context: { ...request.context, ...key } } : request;
    return this.#validators.check(route, known) ?? restIntegration(this.#api, route, known, values, world);
  }
}

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
      ...commonContext(raw),
      apiId: api.id,
      accountId: api.account,
      stage: stage.name,
      ...(match && { resourcePath: match.route.path, resourceId: match.route.resourceId }),
    },
  };
}

const identified = (answer: Answer, { requestId }: RawRequest): Answer =>
  withHeaders(answer, [["x-amzn-RequestId", requestId]]);
