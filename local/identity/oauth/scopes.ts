import type { AppClient } from "../pool/app-client";

export type ScopeDecision =
  | { readonly kind: "granted"; readonly scopes: readonly string[] }
  | { readonly kind: "refused"; readonly scopes: readonly string[] };

const needOpenid = ["email", "phone", "profile"];

/** The scopes of a `scope` parameter; empty when it is absent. */
export const parseScopes = (scope: unknown): readonly string[] =>
  typeof scope === "string" ? [...new Set(scope.split(" ").filter((name) => name !== ""))] : [];

/**
 * What a sign-in gets of the scopes that it asks for: all of the client's when it asks for none, and nothing when one is
 * not the client's, or when `email`, `phone` or `profile` come without `openid`.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 */
export function decideUserScopes(requested: readonly string[], client: AppClient): ScopeDecision {
  if (requested.length === 0) return { kind: "granted", scopes: client.scopes };
  const alone = requested.includes("openid") ? [] : requested.filter((scope) => needOpenid.includes(scope));
  return decide(requested, client.scopes, alone);
}

/**
 * What a machine gets: custom scopes only, all of the client's when it asks for none.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 */
export function decideMachineScopes(requested: readonly string[], client: AppClient): ScopeDecision {
  const custom = client.scopes.filter((scope) => scope.includes("/"));
  return requested.length === 0 ? { kind: "granted", scopes: custom } : decide(requested, custom, []);
}

function decide(requested: readonly string[], allowed: readonly string[], alone: readonly string[]): ScopeDecision {
  const refused = [...requested.filter((scope) => !allowed.includes(scope)), ...alone];
  return refused.length > 0 ? { kind: "refused", scopes: refused } : { kind: "granted", scopes: requested };
}
