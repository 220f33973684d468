import type { TokenEventVersion } from "../pool/triggers";

type Claims = Readonly<Record<string, unknown>>;

/** Groups and roles as an event carries them. */
export interface GroupConfiguration {
  readonly groupsToOverride: readonly string[];
  readonly iamRolesToOverride: readonly string[];
  readonly preferredRole: string | null;
}

interface TokenChanges {
  readonly claimsToAddOrOverride?: Claims | null;
  readonly claimsToSuppress?: readonly string[] | null;
  readonly scopesToAdd?: readonly string[] | null;
  readonly scopesToSuppress?: readonly string[] | null;
}

/** What a pre token generation function wants otherwise. */
export interface TokenOverride {
  readonly id?: TokenChanges;
  readonly access?: TokenChanges;
  /** In the place of the user's groups; absent leaves them. */
  readonly groups?: Partial<GroupConfiguration>;
}

/**
 * Claims that no function changes; what it says of them is ignored.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 */
const always = "acr amr at_hash auth_time azp exp iat iss jti nbf nonce origin_jti sub token_use".split(" ");
const reserved = {
  id: new Set([...always, "aud", "event_id", "identities"]),
  access: new Set([...always, "client_id", "device_key", "event_id", "scope", "username", "version"]),
};
const reservedPrefix = /^(?:cognito|dev):/;

/** Reads a response; in version 1 it is of another form, and reaches no claim of an access token but its groups. */
export function readOverride(response: Claims, version: TokenEventVersion): TokenOverride {
  const key = version === 1 ? "claimsOverrideDetails" : "claimsAndScopeOverrideDetails";
  const details = (response[key] ?? {}) as Claims;
  const id = (version === 1 ? details : (details.idTokenGeneration ?? {})) as TokenChanges;
  const access = (version === 1 ? {} : (details.accessTokenGeneration ?? {})) as TokenChanges;
  return {
    id,
    access,
    // An empty object, or null, suppresses the groups; only what is not there leaves them.
    ...("groupOverrideDetails" in details && {
      groups: (details.groupOverrideDetails ?? {}) as TokenOverride["groups"],
    }),
  } as TokenOverride;
}

/** The claims of an ID token as a function wants them. */
export function overrideIdToken(claims: Claims, { id = {}, groups }: TokenOverride): Claims {
  const changed = override(claims, id, reserved.id);
  if (!groups) return changed;
  const { "cognito:roles": _, "cognito:preferred_role": __, ...rest } = withGroups(changed, groups);
  const { iamRolesToOverride: roles = [], preferredRole } = groups;
  return {
    ...rest,
    ...(roles && roles.length > 0 && { "cognito:roles": roles }),
    ...(preferredRole && { "cognito:preferred_role": preferredRole }),
  };
}

/** The claims of an access token, and so its scopes, as a function wants them. */
export function overrideAccessToken(claims: Claims, { access = {}, groups }: TokenOverride): Claims {
  const { scopesToAdd, scopesToSuppress } = access;
  const scopes = String(claims.scope ?? "").split(" ");
  const added = (scopesToAdd ?? []).filter((scope) => /^\S+$/.test(scope) && !scopes.includes(scope));
  const changed = override(claims, withAudience(access, claims.client_id), reserved.access);
  const scope = [...scopes, ...added].filter((name) => name !== "" && !scopesToSuppress?.includes(name)).join(" ");
  return groups ? withGroups({ ...changed, scope }, groups) : { ...changed, scope };
}

/** An access token may have the audience that it has anyhow: its client. */
function withAudience(changes: TokenChanges, clientId: unknown): TokenChanges {
  const { aud, ...rest } = changes.claimsToAddOrOverride ?? {};
  return { ...changes, claimsToAddOrOverride: aud === clientId && aud !== undefined ? { ...rest, aud } : rest };
}

function override(claims: Claims, changes: TokenChanges, kept: ReadonlySet<string>): Claims {
  const open = (name: string) => !kept.has(name) && !reservedPrefix.test(name);
  const added = Object.entries(changes.claimsToAddOrOverride ?? {}).filter(([name]) => open(name));
  const suppressed = (changes.claimsToSuppress ?? []).filter(open);
  const all = Object.entries({ ...claims, ...Object.fromEntries(added) });
  return Object.fromEntries(all.filter(([name]) => !suppressed.includes(name)));
}

function withGroups(claims: Claims, { groupsToOverride }: Partial<GroupConfiguration>): Claims {
  const { "cognito:groups": _, ...rest } = claims;
  return groupsToOverride && groupsToOverride.length > 0 ? { ...rest, "cognito:groups": groupsToOverride } : rest;
}
