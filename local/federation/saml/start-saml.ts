import { answerPaths, type Parts } from "../parts";
import type { Side } from "../pool-side";
import type { SamlProvider } from "../provider/provider";
import { selfSigned } from "./certificate";
import { SamlIdentityProvider } from "./identity-provider";
import { ServiceProvider } from "./service-provider";
import { samlStandIn } from "./stand-in";

/** Plays both sides of a SAML provider. */
export async function startSaml(provider: SamlProvider, parts: Parts): Promise<Side> {
  const { server, poolId, poolUrl } = parts;
  const issuer = server.urlOf(provider.name);
  const [poolKey, key] = await Promise.all([parts.poolKey(), selfSigned(provider.name)]);
  const parties = {
    provider,
    issuer,
    audience: `urn:amazon:cognito:sp:${poolId}`,
    recipient: poolUrl + answerPaths.saml,
    poolKey,
  };
  server.add(provider.name, samlStandIn(parties, new SamlIdentityProvider(parties, key)));
  return { kind: "saml", provider, issuer, party: new ServiceProvider(parties, key.certificate) };
}
