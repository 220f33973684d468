import assert from "node:assert/strict";
import {
  type OidcProvider,
  oidcDetails,
  planIdentityProvider,
  providersOf,
  type SamlProvider,
  samlDetails,
} from "../../../../infra/identity/plan-identity-provider";

const saml: SamlProvider = {
  kind: "saml",
  domains: ["acme.example"],
  attributes: { email: "mail" },
  clients: ["backoffice"],
  metadataUrl: "https://idp.example/metadata",
  signRequests: false,
  encryptedResponses: false,
  signOut: false,
  providerInitiated: false,
};
const oidc: OidcProvider = {
  kind: "oidc",
  domains: [],
  attributes: { email: "email" },
  clients: ["storefront", "backoffice"],
  issuer: "https://id.example",
  clientId: "gatehouse",
  scopes: ["openid", "email"],
  attributesMethod: "POST",
};
const endpoints = {
  authorize: "https://id.example/a",
  token: "https://id.example/t",
  userInfo: "https://id.example/u",
  jwks: "https://id.example/j",
};

describe("a SAML provider's details", () => {
  const url = { MetadataURL: "https://idp.example/metadata" };
  const off = { IDPInit: "false", IDPSignout: "false", EncryptedResponses: "false" };
  for (const { why, given, expected } of [
    { why: "say what is off", given: {}, expected: off },
    {
      why: "sign requests with SHA-256",
      given: { signRequests: true },
      expected: { ...off, RequestSigningAlgorithm: "rsa-sha256" },
    },
    {
      why: "ask for encryption",
      given: { encryptedResponses: true },
      expected: { ...off, EncryptedResponses: "true" },
    },
    { why: "sign out there too", given: { signOut: true }, expected: { ...off, IDPSignout: "true" } },
    {
      why: "let the provider begin when told to",
      given: { providerInitiated: true },
      expected: { ...off, IDPInit: "true" },
    },
  ])
    it(why, () => assert.deepEqual(samlDetails({ ...saml, ...given }, url), { ...url, ...expected }));

  it("carry a document where there is no address", () =>
    assert.deepEqual(samlDetails(saml, { MetadataFile: "<xml/>" }), { MetadataFile: "<xml/>", ...off }));
});

describe("an OIDC provider's details", () => {
  const basic = {
    oidc_issuer: "https://id.example",
    client_id: "gatehouse",
    client_secret: "s",
    authorize_scopes: "openid email",
    attributes_request_method: "POST",
  };
  it("leave the endpoints to discovery", () => assert.deepEqual(oidcDetails(oidc, "s"), basic));
  it("name the endpoints that are set", () =>
    assert.deepEqual(oidcDetails({ ...oidc, endpoints }, "s"), {
      ...basic,
      authorize_url: endpoints.authorize,
      token_url: endpoints.token,
      attributes_url: endpoints.userInfo,
      jwks_uri: endpoints.jwks,
    }));
});

describe("the plan of an identity provider", () => {
  it("gives a SAML provider its name, its domains and its mapping", () =>
    assert.deepEqual(planIdentityProvider("acme", saml).provider, {
      providerName: "acme",
      providerType: "SAML",
      idpIdentifiers: ["acme.example"],
      attributeMapping: { email: "mail" },
    }));

  it("maps an OIDC provider's subject to the name, as AWS does unasked", () =>
    assert.deepEqual(planIdentityProvider("partner", oidc).provider, {
      providerName: "partner",
      providerType: "OIDC",
      idpIdentifiers: [],
      attributeMapping: { username: "sub", email: "email" },
    }));

  for (const { why, provider, ignored } of [
    {
      why: "a SAML provider's rotated certificate and the addresses in its metadata",
      provider: saml,
      ignored: ["ActiveEncryptionCertificate", "SSORedirectBindingURI", "SLORedirectBindingURI"],
    },
    {
      why: "the endpoints that discovery found",
      provider: oidc,
      ignored: ["attributes_url_add_attributes", "authorize_url", "token_url", "attributes_url", "jwks_uri"],
    },
    {
      why: "no endpoint that is set",
      provider: { ...oidc, endpoints },
      ignored: ["attributes_url_add_attributes"],
    },
  ])
    it(`takes for no change ${why}`, () =>
      assert.deepEqual(
        planIdentityProvider("any", provider).ignoreChanges,
        ignored.map((key) => `providerDetails.${key}`),
      ));
});

it("an app client offers the providers that list it, in the order of the settings", () => {
  const providers = { partner: oidc, acme: saml };
  assert.deepEqual(providersOf("backoffice", providers), ["partner", "acme"]);
  assert.deepEqual(providersOf("storefront", providers), ["partner"]);
  assert.deepEqual(providersOf("courier", providers), []);
});
