import type { PropertyMap, ResourceState, StackState } from "../../../local/engine/model";
import { secret } from "../../../local/engine/values/values";
import { poolId, poolStack } from "../identity/stack";

export { poolId } from "../identity/stack";

/** Where the pool of the tests says it is; nothing listens there. */
export const poolUrl = "http://localhost:4799";
/** The secret that the pool has at `Partner`. */
export const partnerSecret = "not-a-real-secret-either";

/** A provider whose `providerDetails` are a secret as a whole, as the program declares them. */
export const identityProvider = (
  providerName: string,
  providerType: string,
  details: PropertyMap,
  more: PropertyMap = {},
): ResourceState => ({
  urn: `urn:pulumi:dev::shop::aws:cognito/identityProvider:IdentityProvider::${providerName}`,
  type: "aws:cognito/identityProvider:IdentityProvider",
  name: providerName,
  custom: true,
  id: `${poolId}:${providerName}`,
  inputs: {},
  outputs: { userPoolId: poolId, providerName, providerType, providerDetails: secret(details), ...more },
  dependencies: [],
  propertyDependencies: {},
});

const saml = { attributeMapping: { email: "mail", "custom:groups": "memberOf", given_name: "givenName" } };
const oidc = {
  attributeMapping: {
    username: "sub",
    email: "email",
    email_verified: "email_verified",
    name: "name",
    "custom:groups": "groups",
  },
};

/** `Corp` signs and encrypts, `Plain` may begin by itself, `Partner` is OIDC with a secret and POST, `Social` without. */
export const declared: readonly ResourceState[] = [
  identityProvider(
    "Corp",
    "SAML",
    {
      MetadataURL: "https://corp.example.com/metadata",
      RequestSigningAlgorithm: "rsa-sha256",
      EncryptedResponses: "true",
    },
    { ...saml, idpIdentifiers: ["corp.example.com"] },
  ),
  identityProvider("Plain", "SAML", { MetadataFile: "<xml/>", IDPInit: "true" }, saml),
  identityProvider(
    "Partner",
    "OIDC",
    {
      oidc_issuer: "https://login.partner.example",
      client_id: "gatehouse",
      client_secret: partnerSecret,
      authorize_scopes: "openid email profile",
      attributes_request_method: "POST",
    },
    { ...oidc, idpIdentifiers: ["partner.example"] },
  ),
  identityProvider(
    "Social",
    "OIDC",
    { oidc_issuer: "https://social.example", client_id: "public", authorize_scopes: "openid" },
    oidc,
  ),
];

/** A stack after `up`, whose pool has these providers. */
export const federatedStack = (providers: readonly ResourceState[] = declared): StackState => {
  const stack = poolStack();
  return { ...stack, resources: [...stack.resources, ...providers] };
};
