import { createHash } from "node:crypto";
import type { Group } from "../pool/pool";
import type { User } from "../users/directory";
import type { Issue } from "./plan-access-token";
import { visibleAttributes } from "./visible-attributes";

/**
 * Claims of a user's ID token.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html
 */
export function planIdToken(
  { issuer, client, issuedAt, authTime, jti, originJti, eventId }: Issue,
  user: User,
  {
    scopes,
    groups,
    accessToken,
    nonce,
  }: {
    readonly scopes: readonly string[];
    readonly groups: ReadonlyMap<string, Group>;
    /** The signed access token issued beside it. */
    readonly accessToken: string;
    /** As the client sent it to `/oauth2/authorize`. */
    readonly nonce?: string;
  },
) {
  return {
    at_hash: accessTokenHash(accessToken),
    sub: user.sub,
    ...(user.groups.length > 0 ? { "cognito:groups": user.groups } : undefined),
    ...planRoles(user.groups.flatMap((name) => groups.get(name) ?? [])),
    iss: issuer,
    "cognito:username": user.username,
    ...(nonce === undefined ? undefined : { nonce }),
    ...(client.revocation ? { origin_jti: originJti } : undefined),
    aud: client.id,
    event_id: eventId,
    token_use: "id",
    auth_time: authTime,
    exp: issuedAt + client.validity.idToken,
    iat: issuedAt,
    jti,
    ...claimsOf(visibleAttributes(user.attributes, { scopes, client })),
  };
}

/** Attributes are text in the pool; these claims are not in an ID token. */
function claimsOf(attributes: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      if (name === "email_verified" || name === "phone_number_verified") return [name, value === "true"];
      return [name, name === "address" ? { formatted: value } : value];
    }),
  );
}

/**
 * The roles of a user's groups; the preferred one is that of the group with the lowest precedence. Groups that share
 * that precedence with different roles leave no preferred one.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html
 */
function planRoles(groups: readonly Group[]) {
  const roles = [...new Set(groups.flatMap(({ roleArn }) => roleArn ?? []))];
  if (roles.length === 0) return undefined;
  const precedence = ({ precedence: value = Number.POSITIVE_INFINITY }: Group) => value;
  const lowest = Math.min(...groups.map(precedence));
  const preferred = new Set(
    groups.filter((group) => precedence(group) === lowest).flatMap(({ roleArn }) => roleArn ?? []),
  );
  return {
    "cognito:roles": roles,
    ...(preferred.size === 1 ? { "cognito:preferred_role": [...preferred][0] } : undefined),
  };
}

/** @see https://openid.net/specs/openid-connect-core-1_0.html#CodeIDToken */
function accessTokenHash(accessToken: string): string {
  return createHash("sha256").update(accessToken).digest().subarray(0, 16).toString("base64url");
}
