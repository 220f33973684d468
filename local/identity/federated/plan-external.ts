import type { FederatedSignIn } from "../../federation/contract";
import type { IdentityProvider } from "../pool/identity-provider";
import type { LinkedIdentity } from "../users/directory";

/**
 * What a pool keeps of somebody whom a provider has signed in: who that is there, and the attributes that are mapped. A claim that did
 * not come sets nothing; `username` is no attribute. What OpenID providers call `sub` is a claim that may be mapped like the others.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html
 */
export function planExternal(
  { name, type, mapping }: IdentityProvider,
  { subject, claims }: Pick<FederatedSignIn, "subject" | "claims">,
  now: number,
): { readonly identity: LinkedIdentity; readonly attributes: Readonly<Record<string, string>> } {
  const said: typeof claims = type === "OIDC" ? { sub: subject, ...claims } : claims;
  const mapped = Object.entries(mapping).flatMap(([attribute, claim]) => {
    const value = said[claim];
    return attribute === "username" || value === undefined ? [] : [[attribute, value] as const];
  });
  return {
    identity: { provider: name, type, subject, created: now },
    attributes: Object.fromEntries(mapped),
  };
}
