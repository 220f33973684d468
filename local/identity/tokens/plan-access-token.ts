import type { AppClient } from "../pool/app-client";
import type { User } from "../users/directory";

/** When and for what a token is issued, and the ids drawn for it. */
export interface Issue {
  readonly issuer: string;
  readonly client: AppClient;
  /** Seconds since the epoch. */
  readonly issuedAt: number;
  /** When the user signed in, also for tokens of a later refresh. Seconds since the epoch. */
  readonly authTime: number;
  readonly jti: string;
  /** One for all tokens of the same sign-in. */
  readonly originJti: string;
  /** One for the tokens issued together. */
  readonly eventId: string;
}

/**
 * Claims of a user's access token, in Cognito's order.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 */
export function planAccessToken(
  { issuer, client, issuedAt, authTime, jti, originJti, eventId }: Issue,
  user: User,
  scopes: readonly string[],
) {
  return {
    sub: user.sub,
    ...(user.groups.length > 0 ? { "cognito:groups": user.groups } : undefined),
    iss: issuer,
    version: 2,
    client_id: client.id,
    ...(client.revocation ? { origin_jti: originJti } : undefined),
    event_id: eventId,
    token_use: "access",
    scope: scopes.join(" "),
    auth_time: authTime,
    exp: issuedAt + client.validity.accessToken,
    iat: issuedAt,
    jti,
    username: user.username,
  };
}

/**
 * Claims of a machine's access token: no user, so `sub` is the client.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 */
export function planMachineToken(
  { issuer, client, issuedAt, jti }: Pick<Issue, "issuer" | "client" | "issuedAt" | "jti">,
  scopes: readonly string[],
) {
  return {
    sub: client.id,
    token_use: "access",
    scope: scopes.join(" "),
    auth_time: issuedAt,
    iss: issuer,
    exp: issuedAt + client.validity.accessToken,
    iat: issuedAt,
    version: 2,
    jti,
    client_id: client.id,
  };
}
