import { answerPaths, type Parts } from "../parts";
import type { Side } from "../pool-side";
import type { OidcProvider } from "../provider/provider";
import { oidcStandIn } from "./issuer";
import { RelyingParty } from "./relying-party";

/** Plays both sides of an OpenID provider. */
export async function startOidc(provider: OidcProvider, { server, poolUrl }: Parts): Promise<Side> {
  const issuer = server.urlOf(provider.name);
  const redirectUri = poolUrl + answerPaths.oidc;
  server.add(provider.name, await oidcStandIn(provider, { issuer, redirectUri }));
  return { kind: "oidc", provider, issuer, party: new RelyingParty(provider, issuer, redirectUri) };
}
