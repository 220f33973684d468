import { splitClaim } from "../claims";

/**
 * Which scope gives which claim, by OpenID Connect; all others come with `openid`, as a provider's own settings would
 * have it.
 * @see https://openid.net/specs/openid-connect-core-1_0.html#ScopeClaims
 */
const standard: Readonly<Record<string, readonly string[]>> = {
  profile: [
    ...["name", "family_name", "given_name", "middle_name", "nickname", "preferred_username", "profile", "picture"],
    ...["website", "gender", "birthdate", "zoneinfo", "locale", "updated_at"],
  ],
  email: ["email", "email_verified"],
  address: ["address"],
  phone: ["phone_number", "phone_number_verified"],
};

/** The scopes and claims of a stand-in, for oidc-provider. */
export function planScopes(scopes: readonly string[], claims: readonly string[]) {
  const withScope = Object.values(standard).flat();
  const own = claims.filter((claim) => !withScope.includes(claim));
  return {
    scopes: [...new Set(["openid", ...scopes])],
    claims: { ...standard, openid: ["sub", ...own] } as Record<string, string[]>,
  };
}

/** A person's claims as JSON: lists, and the two that say `true` or `false`, as such. */
export const planUserInfo = (claims: Readonly<Record<string, string>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(claims).map(([name, text]) => [
      name,
      name.endsWith("_verified") ? text === "true" : splitClaim(text),
    ]),
  );
