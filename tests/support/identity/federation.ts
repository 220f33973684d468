import type { PropertyMap, ResourceState } from "../../../local/engine/model";
import type { Federation } from "../../../local/federation/contract";
import { FederationError } from "../../../local/federation/fault";
import { resource } from "./stack";

const attributeMapping = { username: "sub", email: "mail", email_verified: "verified", "custom:tenant": "company" };

/** Two identity providers of `poolStack`; example.org is Okta's. */
export const providers: readonly ResourceState[] = [
  provider("Okta", { providerType: "SAML", idpIdentifiers: ["example.org"] }),
  provider("Partner", { providerType: "OIDC" }),
];

/** Providers that take everybody at their word: an answer's fields are who signed in, `relay` says where, and `unasked` that nobody asked. */
export const trustingFederation = async (): Promise<Federation> => ({
  providers: [
    { name: "Okta", kind: "saml", identifiers: ["example.org"] },
    { name: "Partner", kind: "oidc", identifiers: [] },
  ],
  begin: async (provider, relay) => `http://idp.test/${provider}?relay=${relay}`,
  finish: async ({ parameters: { relay = "", provider = "", subject = "", unasked, ...claims } }) => {
    if (subject === "") throw new FederationError("malformed", "The answer names nobody.");
    return { relay, provider, subject, claims, ...(unasked && { unasked: true as const }) };
  },
  close: async () => {},
});

function provider(providerName: string, properties: PropertyMap): ResourceState {
  const all = { providerName, attributeMapping, ...properties };
  return resource("aws:cognito/identityProvider:IdentityProvider", providerName, providerName, all);
}
