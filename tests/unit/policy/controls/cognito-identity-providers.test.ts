import { cognitoIdpEmailVerifiedMapped } from "../../../../policy/controls/cognito-idp-email-verified-mapped";
import { cognitoIdpHttps } from "../../../../policy/controls/cognito-idp-https";
import { cognitoSamlSignedRequests } from "../../../../policy/controls/cognito-saml-signed-requests";
import { cognitoSamlSpInitiated } from "../../../../policy/controls/cognito-saml-sp-initiated";
import { type Properties, unknownValue } from "../../../../policy/reading";
import { itAgreesWithOtherRuleSets } from "../../../support/policy/control-cases";
import type { Declaration } from "../../../support/policy/resources";
import { itFinds, one } from "../../../support/policy/stack-rows";

const type = "aws:cognito/identityProvider:IdentityProvider";
const nativeType = "aws-native:cognito:UserPoolIdentityProvider";
const saml = (providerDetails: Properties[string], more: Properties = {}) =>
  one(type, { providerType: "SAML", providerDetails, ...more });
const oidc = (providerDetails: Properties[string], more: Properties = {}) =>
  one(type, { providerType: "OIDC", providerDetails, ...more });
const flagged = { flags: ["example"] };

describe("cognito-idp-https", () => {
  const metadata = (url: string) =>
    `<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${url}"/>`;
  itFinds(cognitoIdpHttps, [
    { why: "passes https", resources: oidc({ oidc_issuer: "https://id.example.com" }) },
    ...["oidc_issuer", "authorize_url", "token_url", "attributes_url", "jwks_uri"].map((key) => ({
      why: `flags http in ${key}`,
      resources: oidc({ oidc_issuer: "https://id.example.com", [key]: "http://id.example.com" }),
      ...flagged,
      says: new RegExp(`${key} in providerDetails`),
    })),
    { why: "flags an issuer without a scheme", resources: oidc({ oidc_issuer: "id.example.com" }), ...flagged },
    { why: "flags SAML metadata", resources: saml({ MetadataURL: "http://id.example.com" }), ...flagged },
    {
      why: "flags an address within the metadata",
      resources: saml({ MetadataFile: metadata("http://id.example.com/sso") }),
      ...flagged,
    },
    {
      why: "passes metadata whose namespaces alone are http",
      resources: saml({ MetadataFile: `<a xmlns="http://www.w3.org/ns">${metadata("https://id.example.com")}</a>` }),
    },
    {
      why: "flags aws-native's provider",
      resources: one(nativeType, { providerType: "OIDC", providerDetails: { oidc_issuer: "http://i.example" } }),
      ...flagged,
    },
    {
      why: "leaves other details alone",
      resources: oidc({ client_id: "http://looks.like/one", oidc_issuer: "https://id.example.com" }),
    },
    {
      why: "passes metadata of a resource that is yet to be made",
      resources: [
        { ...saml({ MetadataURL: unknownValue })[0]!, refs: { providerDetails: ["app"] } },
        { type: "okta:app/saml:Saml", name: "app", props: {} } satisfies Declaration,
      ],
    },
    {
      why: "passes a client secret that nothing shows beside addresses that are shown",
      resources: oidc({ oidc_issuer: "https://id.example.com", client_secret: unknownValue }),
    },
    {
      why: "flags an address that nothing shows",
      resources: saml({ MetadataURL: unknownValue }),
      ...flagged,
      says: /Nothing shows/,
    },
  ]);
  itAgreesWithOtherRuleSets(cognitoIdpHttps);
});

describe("cognito-saml-signed-requests", () => {
  itFinds(cognitoSamlSignedRequests, [
    { why: "passes signed requests", resources: saml({ RequestSigningAlgorithm: "rsa-sha256" }) },
    {
      why: "flags an absent algorithm",
      resources: saml({ MetadataURL: "https://i.example" }),
      ...flagged,
      says: /absent, which means none/,
    },
    {
      why: "flags an algorithm that Cognito does not have",
      resources: saml({ RequestSigningAlgorithm: "rsa-sha1" }),
      ...flagged,
    },
    { why: "flags details that are unknown", resources: saml(unknownValue), ...flagged },
    {
      why: "flags a provider that may be SAML",
      resources: one(nativeType, { providerType: unknownValue, providerDetails: {} }),
      ...flagged,
    },
    { why: "leaves OIDC alone", resources: oidc({}) },
  ]);
  itAgreesWithOtherRuleSets(cognitoSamlSignedRequests);
});

describe("cognito-saml-sp-initiated", () => {
  itFinds(cognitoSamlSpInitiated, [
    { why: "flags answers that nobody asked for", resources: saml({ IDPInit: "true" }), ...flagged },
    { why: "flags a switch that is no text", resources: saml({ IDPInit: true }), ...flagged },
    { why: "flags an unknown switch", resources: saml({ IDPInit: unknownValue }), ...flagged },
    {
      why: "passes false",
      resources: one(nativeType, { providerType: "SAML", providerDetails: { IDPInit: "false" } }),
    },
    { why: "passes an absent switch", resources: saml({}) },
    { why: "leaves OIDC alone", resources: oidc({ IDPInit: "true" }) },
  ]);
  itAgreesWithOtherRuleSets(cognitoSamlSpInitiated);
});

describe("cognito-idp-email-verified-mapped", () => {
  const email = { attributeMapping: { email: "mail" } };
  const verified = (by: Properties[string]) => ({ attributeMapping: { email: "mail", email_verified: by } });
  itFinds(cognitoIdpEmailVerifiedMapped, [
    { why: "flags an address alone", resources: saml({}, email), ...flagged },
    { why: "flags it for aws-native", resources: one(nativeType, { providerType: "OIDC", ...email }), ...flagged },
    { why: "passes both", resources: oidc({}, verified("email_verified")) },
    { why: "passes a name that is yet unknown", resources: oidc({}, verified(unknownValue)) },
    {
      why: "flags a mapping that is unknown",
      resources: oidc({}, { attributeMapping: unknownValue }),
      ...flagged,
      says: /not known/,
    },
    { why: "passes a provider that gives no address", resources: oidc({}, { attributeMapping: { name: "name" } }) },
    { why: "passes an absent mapping", resources: oidc({}) },
    { why: "leaves providers alone that do not say", resources: one(type, { providerType: "Facebook", ...email }) },
  ]);
  itAgreesWithOtherRuleSets(cognitoIdpEmailVerifiedMapped);
});
