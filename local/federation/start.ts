import type { StartFederation } from "./contract";
import type { Parts } from "./parts";
import { PoolSide, type Side } from "./pool-side";
import type { Provider } from "./provider/provider";
import { readProviders } from "./provider/read-providers";
import { type KeyAndCertificate, selfSigned } from "./saml/certificate";
import { startStandIns } from "./stand-in";

/**
 * Plays the SAML and OIDC providers of a stack's first user pool on one free port of localhost, and the pool towards
 * them. Keys and certificates are made here, and gone when it closes.
 * @throws Error when a provider cannot be played as it is declared.
 */
export const startFederation: StartFederation = async ({ state, poolUrl }) => {
  const { poolId, providers } = readProviders(state);
  if (providers.length === 0) return new PoolSide([], async () => {});
  const server = await startStandIns();
  try {
    let made: Promise<KeyAndCertificate> | undefined;
    const poolKey = () => {
      made ??= selfSigned(poolId);
      return made;
    };
    const sides = await Promise.all(providers.map((provider) => start(provider, { server, poolId, poolUrl, poolKey })));
    return new PoolSide(sides, server.close);
  } catch (fault) {
    await server.close();
    throw fault;
  }
};

/** Loads a protocol's libraries only where a provider speaks it: they take longer than the rest. */
function start(provider: Provider, parts: Parts): Promise<Side> {
  switch (provider.kind) {
    case "saml":
      return (require("./saml/start-saml") as typeof import("./saml/start-saml")).startSaml(provider, parts);
    case "oidc":
      return (require("./oidc/start-oidc") as typeof import("./oidc/start-oidc")).startOidc(provider, parts);
  }
}
