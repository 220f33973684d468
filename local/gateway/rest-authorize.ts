import {
  type Authorization,
  type AuthorizerContext,
  type AuthorizerRecord,
  type AuthorizerValues,
  authorizerArn,
} from "./authorization";
import { cacheKey, TtlCache } from "./cache";
import { type CognitoToken, judgeCognitoToken, verifyCognitoToken } from "./cognito-token";
import { readIdentities, readIdentity } from "./identity-source";
import type { CognitoAuthorizer, RestApi, RestLambdaAuthorizer, RestRoute } from "./model";
import { evaluatePolicy } from "./policy";
import type { GatewayRequest } from "./request";
import { restRequestEvent } from "./rest-event";
import { type RestRefusal, restRefusals } from "./rest-refusal";
import { bareToken, claimStrings } from "./token";

/** A Lambda authorizer's answer, remembered whole: its policy is asked again for every method. */
interface PolicyAnswer {
  readonly policy: unknown;
  readonly values: AuthorizerValues;
}

/** How long API Gateway waits for a REST API's authorizer function: as long as for any integration. Milliseconds. */
const authorizerTimeoutMs = 29_000;

/** The authorizers of one REST API with what they remember. */
export class RestAuthorizers {
  readonly #api: RestApi;
  readonly #tokens: TtlCache<CognitoToken>;
  readonly #policies: TtlCache<PolicyAnswer>;

  /** @param now - Milliseconds since the epoch, for the caches. */
  constructor(api: RestApi, now: () => number) {
    this.#api = api;
    this.#tokens = new TtlCache(now);
    this.#policies = new TtlCache(now);
  }

  /**
   * Decides whether `request` may reach the integration of `route`.
   * `AWS_IAM` always refuses: there is no Signature Version 4 here, and letting everybody in would be worse.
   */
  async authorize(route: RestRoute, request: GatewayRequest, context: AuthorizerContext): Promise<RestAuthorization> {
    const { authorization } = route;
    switch (authorization.kind) {
      case "none":
        return { kind: "allowed" };
      case "iam":
        return { kind: "refused", refusal: restRefusals.missingAuthenticationToken };
      case "cognito":
        return this.#cognito(authorization.authorizer, authorization.scopes, request, context);
      case "lambda":
        return this.#lambda(authorization.authorizer, route, request, context);
    }
  }

  /** A remembered token spares the check of its signature; its expiry and its scopes are looked at every time. */
  async #cognito(
    authorizer: CognitoAuthorizer,
    scopes: readonly string[],
    request: GatewayRequest,
    { keys, now }: AuthorizerContext,
  ): Promise<RestAuthorization> {
    const refuse = refuser(authorizer.name);
    const value = readIdentity(authorizer.identitySource, request);
    if (value === undefined) return refuse(restRefusals.unauthorized);
    const token = bareToken(value);
    const key = cacheKey(request.stage.name, authorizer.id, token);
    const cached = this.#tokens.get(key);
    const verified = cached ?? (await verifyCognitoToken(token, authorizer, keys));
    if (verified.kind === "refused") return refuse(restRefusals.unauthorized);
    this.#tokens.set(key, verified, cached ? 0 : authorizer.ttl);
    switch (judgeCognitoToken(verified.claims, scopes, now)) {
      case "accepted":
        return {
          kind: "allowed",
          values: { claims: claimStrings(verified.claims, "commas") },
          record: { name: authorizer.name, outcome: cached ? "cached" : "verified" },
        };
      case "expired":
        return refuse(restRefusals.expired);
      case "unauthorized":
        return refuse(restRefusals.unauthorized);
    }
  }

  async #lambda(
    authorizer: RestLambdaAuthorizer,
    route: RestRoute,
    request: GatewayRequest,
    context: AuthorizerContext,
  ): Promise<RestAuthorization> {
    const refuse = refuser(authorizer.name);
    const identities = readIdentities(authorizer.identitySources, request);
    if (identities === undefined || !isWellFormed(authorizer, identities)) return refuse(restRefusals.unauthorized);
    const arn = methodArn(this.#api, request);
    const key = cacheKey(request.stage.name, authorizer.id, ...identities);
    const cached = this.#policies.get(key);
    if (cached) return decide(cached, arn, { name: authorizer.name, outcome: "cached" });

    const event =
      authorizer.type === "TOKEN"
        ? { type: "TOKEN", methodArn: arn, authorizationToken: identities[0] }
        : { type: "REQUEST", methodArn: arn, ...restRequestEvent(this.#api, route, request) };
    const result = await context.invoke(authorizer.function, event, {
      sourceArn: authorizerArn(this.#api.executionArn, authorizer.id),
      timeoutMs: authorizerTimeoutMs,
    });
    switch (result.kind) {
      case "forbidden":
        return refuse(restRefusals.authorizerConfiguration);
      case "timedOut":
        return refuse(restRefusals.authorizerFailure);
      case "failed":
        // The one error message that API Gateway understands.
        return refuse(
          result.errorMessage === "Unauthorized" ? restRefusals.unauthorized : restRefusals.authorizerFailure,
        );
      case "returned": {
        const answer = readPolicyAnswer(result.payload);
        if (answer === undefined) return refuse(restRefusals.authorizerConfiguration);
        const decision = decide(answer, arn, { name: authorizer.name, outcome: "called" });
        // Without identity sources there is nothing to tell callers apart by, so nothing is remembered.
        const memorable = identities.length > 0 && !isMisconfigured(decision);
        this.#policies.set(key, answer, memorable ? authorizer.ttl : 0);
        return decision;
      }
    }
  }
}

export type RestAuthorization = Authorization<RestRefusal>;

/** `arn:aws:execute-api:<region>:<account>:<api>/<stage>/<METHOD>/<path>`, with the path as it was called. */
export const methodArn = (api: Pick<RestApi, "executionArn">, request: GatewayRequest): string =>
  `${api.executionArn}/${request.stage.name}/${request.method}${request.path}`;

const refuser =
  (name: string) =>
  (refusal: RestRefusal): RestAuthorization => ({ kind: "refused", refusal, record: { name, outcome: "refused" } });

const isMisconfigured = (decision: RestAuthorization): boolean =>
  decision.kind === "refused" && decision.refusal === restRefusals.authorizerConfiguration;

function isWellFormed({ type, validation }: RestLambdaAuthorizer, [token]: readonly string[]): boolean {
  return type === "REQUEST" || validation === undefined || new RegExp(`^(?:${validation})$`).test(token ?? "");
}

function decide({ policy, values }: PolicyAnswer, arn: string, record: AuthorizerRecord): RestAuthorization {
  const verdict = evaluatePolicy(policy, arn);
  switch (verdict.kind) {
    case "allow":
      return { kind: "allowed", values, record };
    case "deny":
      return {
        kind: "refused",
        refusal: verdict.explicit ? restRefusals.explicitlyDenied : restRefusals.implicitlyDenied,
        record: { ...record, outcome: "refused" },
      };
    case "malformed":
      return {
        kind: "refused",
        refusal: restRefusals.authorizerConfiguration,
        record: { ...record, outcome: "refused" },
      };
  }
}

/**
 * The policy, and the context with every value a string. A context value that is an object or a list makes the answer invalid.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
 */
export function readPolicyAnswer(payload: unknown): PolicyAnswer | undefined {
  if (typeof payload !== "object" || payload === null) return undefined;
  const { principalId, policyDocument, context = {} } = payload as Record<string, unknown>;
  if (typeof principalId !== "string" || typeof policyDocument !== "object" || policyDocument === null)
    return undefined;
  if (typeof context !== "object" || context === null || Array.isArray(context)) return undefined;
  const entries = Object.entries(context).filter(([, value]) => value !== null && value !== undefined);
  if (entries.some(([, value]) => typeof value === "object")) return undefined;
  return {
    policy: policyDocument,
    values: { ...Object.fromEntries(entries.map(([name, value]) => [name, String(value)])), principalId },
  };
}
