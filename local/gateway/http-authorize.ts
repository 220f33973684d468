import { type Authorization, type AuthorizerContext, authorizerArn } from "./authorization";
import { cacheKey, TtlCache } from "./cache";
import { type HttpAuthorizerValues, httpRequestEvent1, httpRequestEvent2 } from "./http-event";
import { readIdentities, readIdentity } from "./identity-source";
import { judgeJwt } from "./jwt-token";
import type { HttpApi, HttpLambdaAuthorizer, HttpRoute, JwtAuthorizer } from "./model";
import { evaluatePolicy } from "./policy";
import type { GatewayRequest } from "./request";
import { readPolicyAnswer } from "./rest-authorize";
import { claimStrings } from "./token";

/** The words in which an HTTP API refuses. */
export type HttpRefusal =
  | { readonly status: 401; readonly message: "Unauthorized"; readonly challenge?: string }
  | { readonly status: 403; readonly message: "Forbidden" }
  | { readonly status: 500; readonly message: "Internal Server Error" };

export type HttpAuthorization = Authorization<HttpRefusal> & { readonly event?: HttpAuthorizerValues };

/** A Lambda authorizer's answer, remembered whole. */
type Answer =
  | { readonly kind: "simple"; readonly isAuthorized: boolean; readonly values: Readonly<Record<string, unknown>> }
  | { readonly kind: "policy"; readonly policy: unknown; readonly values: Readonly<Record<string, unknown>> };

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html (HTTP: authorizer timeout) */
const authorizerTimeoutMs = 10_000;

const unauthorized: HttpRefusal & { readonly status: 401 } = { status: 401, message: "Unauthorized" };
const forbidden: HttpRefusal = { status: 403, message: "Forbidden" };
const failure: HttpRefusal = { status: 500, message: "Internal Server Error" };

/** The authorizers of one HTTP API with what they remember. */
export class HttpAuthorizers {
  readonly #api: HttpApi;
  readonly #answers: TtlCache<Answer>;

  /** @param now - Milliseconds since the epoch, for the cache. */
  constructor(api: HttpApi, now: () => number) {
    this.#api = api;
    this.#answers = new TtlCache(now);
  }

  /**
   * Decides whether `request` may reach the integration of `route`.
   * `AWS_IAM` always refuses: there is no Signature Version 4 here, and letting everybody in would be worse.
   */
  async authorize(route: HttpRoute, request: GatewayRequest, context: AuthorizerContext): Promise<HttpAuthorization> {
    const { authorization } = route;
    switch (authorization.kind) {
      case "none":
        return { kind: "allowed" };
      case "iam":
        return { kind: "refused", refusal: forbidden };
      case "jwt":
        return this.#jwt(authorization.authorizer, authorization.scopes, request, context);
      case "lambda":
        return this.#lambda(authorization.authorizer, route, request, context);
    }
  }

  async #jwt(
    authorizer: JwtAuthorizer,
    scopes: readonly string[],
    request: GatewayRequest,
    context: AuthorizerContext,
  ): Promise<HttpAuthorization> {
    const refuse = refuser(authorizer.name);
    const value = readIdentity(authorizer.identitySource, request);
    if (value === undefined) return refuse({ ...unauthorized, challenge: "Bearer" });
    const verdict = await judgeJwt(value, authorizer, scopes, context);
    switch (verdict.kind) {
      case "unauthorized": {
        const challenge = `Bearer scope="${scopes.join(" ")}" error="invalid_token" error_description="${verdict.description}"`;
        return refuse({ ...unauthorized, challenge });
      }
      case "forbidden":
        return refuse(forbidden);
      case "accepted":
        return {
          kind: "allowed",
          event: { kind: "jwt", claims: claimStrings(verdict.claims, "brackets"), scopes: verdict.scopes },
          record: { name: authorizer.name, outcome: "verified" },
        };
    }
  }

  /** Answers are remembered by identity sources alone, so all routes of an authorizer share them. */
  async #lambda(
    authorizer: HttpLambdaAuthorizer,
    route: HttpRoute,
    request: GatewayRequest,
    context: AuthorizerContext,
  ): Promise<HttpAuthorization> {
    const refuse = refuser(authorizer.name);
    const identities = readIdentities(authorizer.identitySources, request);
    if (identities === undefined) return refuse(unauthorized);
    const arn = routeArn(this.#api, request);
    const key = cacheKey(request.stage.name, authorizer.id, ...identities);
    const cached = this.#answers.get(key);
    if (cached) return decide(cached, arn, authorizer.name, "cached");
    const result = await context.invoke(authorizer.function, this.#event(authorizer, route, request, arn, identities), {
      sourceArn: authorizerArn(this.#api.executionArn, authorizer.id),
      timeoutMs: authorizerTimeoutMs,
    });
    const answer = result.kind === "returned" ? readAnswer(authorizer, result.payload) : undefined;
    if (answer === undefined) return refuse(failure);
    const decision = decide(answer, arn, authorizer.name, "called");
    const memorable = identities.length > 0 && !(decision.kind === "refused" && decision.refusal === failure);
    this.#answers.set(key, answer, memorable ? authorizer.ttl : 0);
    return decision;
  }

  /** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html */
  #event(
    { payloadFormat }: HttpLambdaAuthorizer,
    route: HttpRoute,
    request: GatewayRequest,
    arn: string,
    identities: readonly string[],
  ) {
    if (payloadFormat === "2.0") {
      const event = httpRequestEvent2(this.#api, route, request);
      return { type: "REQUEST", routeArn: arn, identitySource: identities, ...event };
    }
    const identity = identities.join(",");
    return {
      ...httpRequestEvent1(this.#api, route, request),
      type: "REQUEST",
      methodArn: arn,
      identitySource: identity,
      authorizationToken: identity,
    };
  }
}

/** `arn:aws:execute-api:<region>:<account>:<api>/<stage>/<METHOD>/<path>`, with the path as it was called. */
export const routeArn = (api: Pick<HttpApi, "executionArn">, request: GatewayRequest): string =>
  `${api.executionArn}/${request.stage.name}/${request.method}${request.path}`;

const refuser =
  (name: string) =>
  (refusal: HttpRefusal): HttpAuthorization => ({ kind: "refused", refusal, record: { name, outcome: "refused" } });

function readAnswer({ simpleResponses, payloadFormat }: HttpLambdaAuthorizer, payload: unknown): Answer | undefined {
  if (!(simpleResponses && payloadFormat === "2.0")) {
    const answer = readPolicyAnswer(payload);
    return answer && { kind: "policy", ...answer };
  }
  if (typeof payload !== "object" || payload === null) return undefined;
  const { isAuthorized, context = {} } = payload as Record<string, unknown>;
  if (typeof isAuthorized !== "boolean" || typeof context !== "object" || context === null) return undefined;
  return { kind: "simple", isAuthorized, values: context as Record<string, unknown> };
}

function decide(answer: Answer, arn: string, name: string, outcome: "called" | "cached"): HttpAuthorization {
  const refuse = refuser(name);
  if (answer.kind === "simple" && !answer.isAuthorized) return refuse(forbidden);
  if (answer.kind === "policy") {
    const verdict = evaluatePolicy(answer.policy, arn);
    if (verdict.kind !== "allow") return refuse(verdict.kind === "deny" ? forbidden : failure);
  }
  return { kind: "allowed", event: { kind: "lambda", values: answer.values }, record: { name, outcome } };
}
