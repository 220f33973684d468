import { createHash } from "node:crypto";
import type { Group } from "../pool/pool";
import { identitiesClaim } from "../triggers/event";
import type { User } from "../users/directory";
import { rolesOf } from "./group-roles";
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
    ...(user.identities && { identities: identitiesClaim(user.identities) }),
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

function planRoles(groups: readonly Group[]) {
  const { roles, preferred } = rolesOf(groups);
  if (roles.length === 0) return undefined;
  return { "cognito:roles": roles, ...(preferred !== undefined && { "cognito:preferred_role": preferred }) };
}

/** @see https://openid.net/specs/openid-connect-core-1_0.html#CodeIDToken */
function accessTokenHash(accessToken: string): string {
  return createHash("sha256").update(accessToken).digest().subarray(0, 16).toString("base64url");
}
