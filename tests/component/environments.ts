import { catalogue } from "../../infra/catalogue";
import { Logs } from "../../infra/compute/logs";
import { Triggers } from "../../infra/compute/triggers";
import type { Settings } from "../../infra/config/schema";
import { Identity } from "../../infra/identity/identity";
import { settingsOf } from "../support/settings";
import { type Declared, declare } from "./mocks";

const dev = settingsOf("dev");
const federated = { domains: [], attributes: { email: "email" } };
const partner: Settings["identityProviders"][string] = {
  ...federated,
  kind: "oidc",
  clients: ["storefront", "backoffice"],
  issuer: "https://id.example",
  clientId: "gatehouse",
  scopes: ["openid"],
  attributesMethod: "GET",
};
const acme: Settings["identityProviders"][string] = {
  ...federated,
  kind: "saml",
  clients: ["backoffice"],
  metadataUrl: "https://idp.example/metadata",
  signRequests: true,
  encryptedResponses: true,
  signOut: true,
  providerInitiated: false,
};

/** An environment with all that one can have. */
export const full: Settings = {
  ...dev,
  domain: { kind: "custom", name: "login.example.com", hostedZoneId: "Z0123" },
  identityProviders: { partner, acme },
  userPool: {
    ...dev.userPool,
    tier: "plus",
    sms: true,
    threatProtection: { mode: "enforced", blockedAddresses: [], trustedAddresses: [] },
    logExport: ["authEvents", "deliveryErrors"],
    firewall: { requestsPerAddress: 300 },
    deletionProtection: true,
  },
};
/** An environment with the least. */
export const least: Settings = {
  ...dev,
  domain: { kind: "prefix", prefix: "shop" },
  identityProviders: {},
  userPool: {
    ...dev.userPool,
    sms: false,
    threatProtection: { mode: "off", reason: "a test" },
    logExport: [],
    firewall: undefined,
    deletionProtection: false,
  },
};

const bundles = Object.fromEntries(Object.keys(catalogue.functions).map((name) => [name, "functions"]));

/** Identity with the functions that it needs. To be called while Pulumi's mocks are set. */
export function identityOf(settings: Settings): Identity {
  const logs = new Logs("logs", { settings });
  const triggers = new Triggers("triggers", { catalogue, settings, logs, bundles });
  return new Identity("identity", {
    catalogue,
    settings,
    logs,
    triggers,
    secretOf: (provider) => `secret of ${provider}`,
  });
}

/** Everything that identity declares in an environment; the same list each time, since it is only looked at. */
export function build(settings: Settings): Promise<readonly Declared[]> {
  const known = built.get(settings) ?? declare(() => void identityOf(settings));
  built.set(settings, known);
  return known;
}

const built = new Map<Settings, Promise<readonly Declared[]>>();
