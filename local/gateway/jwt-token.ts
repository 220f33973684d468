import type { JWTPayload } from "jose";
import type { JwtAuthorizer } from "./model";
import { bareToken, type Keys, tokenScopes, verifyToken } from "./token";

/** What an HTTP API's JWT authorizer decides. `description` is what `www-authenticate` says. */
export type JwtVerdict =
  | { readonly kind: "accepted"; readonly claims: JWTPayload; readonly scopes: readonly string[] | null }
  | { readonly kind: "unauthorized"; readonly description: string }
  | { readonly kind: "forbidden" };

const unauthorized = (description: string): JwtVerdict => ({ kind: "unauthorized", description });

/**
 * Checks signature (RSA only), `iss`, `aud` (or `client_id` where `aud` is absent), `exp`, `nbf`, `iat` and, where the route has
 * scopes, that the token carries at least one.
 *
 * `scopes` is null on a route without scopes, whatever the token carries: seen on live APIs, not documented.
 * AWS publishes one `error_description`, that of a wrong audience; the others are ours.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 * @see https://github.com/DefinitelyTyped/DefinitelyTyped/pull/75458
 * @param value - The identity source's value: `Bearer x` or `x`.
 * @param now - Milliseconds since the epoch.
 */
export async function judgeJwt(
  value: string,
  authorizer: JwtAuthorizer,
  scopes: readonly string[],
  { keys, now }: { keys: Keys; now: number },
): Promise<JwtVerdict> {
  const verified = await verifyToken(bareToken(value), {
    issuers: [authorizer.issuer],
    algorithms: ["RS256", "RS384", "RS512"],
    keys,
  });
  if (verified.kind === "refused") return unauthorized(verified.reason);
  const { claims } = verified;
  const seconds = now / 1000;
  if (typeof claims.exp !== "number" || claims.exp <= seconds) return unauthorized("the token has expired");
  if (isLater(claims.nbf, seconds)) return unauthorized("the token is not yet valid");
  if (isLater(claims.iat, seconds)) return unauthorized("the token was issued in the future");
  if (!hasAudience(claims, authorizer.audience)) return unauthorized("the token does not have a valid audience");
  if (scopes.length === 0) return { kind: "accepted", claims, scopes: null };
  const carried = tokenScopes(claims);
  return scopes.some((scope) => carried.includes(scope))
    ? { kind: "accepted", claims, scopes: carried }
    : { kind: "forbidden" };
}

const isLater = (claim: unknown, seconds: number): boolean => typeof claim === "number" && claim > seconds;

function hasAudience(claims: JWTPayload, accepted: readonly string[]): boolean {
  const audience = claims.aud ?? claims.client_id;
  const values = Array.isArray(audience) ? audience : [audience];
  return values.some((value) => typeof value === "string" && accepted.includes(value));
}
