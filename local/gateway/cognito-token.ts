import type { JWTPayload } from "jose";
import { type Keys, tokenScopes, verifyToken } from "./token";

/** What a `COGNITO_USER_POOLS` authorizer thinks of a token, whatever the method asks for. Remembered for the authorizer's TTL. */
export type CognitoToken =
  | { readonly kind: "genuine"; readonly claims: JWTPayload }
  | { readonly kind: "refused"; readonly reason: string };

export interface CognitoRules {
  readonly issuers: readonly string[];
  /** Regular expression that `aud` must match in full. Access tokens have no `aud`, so it refuses them. */
  readonly validation?: string;
}

/** Checks issuer, RS256 signature and, where the authorizer has an expression, audience. */
export async function verifyCognitoToken(token: string, rules: CognitoRules, keys: Keys): Promise<CognitoToken> {
  const verified = await verifyToken(token, { issuers: rules.issuers, algorithms: ["RS256"], keys });
  if (verified.kind === "refused" || rules.validation === undefined) return verified;
  const { aud } = verified.claims;
  return typeof aud === "string" && new RegExp(`^(?:${rules.validation})$`).test(aud)
    ? verified
    : { kind: "refused", reason: "aud does not match the authorizer's validation expression" };
}

export type CognitoVerdict = "accepted" | "expired" | "unauthorized";

/**
 * Whether a genuine token opens a method. Without scopes the method wants an ID token; with scopes, an access token that
 * carries at least one of them.
 *
 * A missing scope is answered 401, not 403. AWS does not state the status; its troubleshooting page treats scopes under "401
 * Unauthorized", and callers report 401 until the method's scopes are in the token. The list of gateway responses can be read as
 * promising 403 (`ACCESS_DENIED`), so treat this one as likely, not certain.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html
 * @see https://repost.aws/knowledge-center/api-gateway-cognito-401-unauthorized
 * @see https://github.com/aws-amplify/amplify-flutter/issues/1539
 * @param now - Milliseconds since the epoch.
 */
export function judgeCognitoToken(claims: JWTPayload, scopes: readonly string[], now: number): CognitoVerdict {
  if (typeof claims.exp !== "number") return "unauthorized";
  if (claims.exp * 1000 <= now) return "expired";
  if (scopes.length === 0) return claims.token_use === "id" ? "accepted" : "unauthorized";
  if (claims.token_use !== "access") return "unauthorized";
  const carried = tokenScopes(claims);
  return scopes.some((scope) => carried.includes(scope)) ? "accepted" : "unauthorized";
}
