import type { Settings } from "../config/schema";

type Providers = Settings["identityProviders"];
export type IdentityProvider = Providers[string];
export type SamlProvider = Extract<IdentityProvider, { kind: "saml" }>;
export type OidcProvider = Extract<IdentityProvider, { kind: "oidc" }>;

/** Where a SAML provider describes itself: an address that Amazon Cognito reads again every six hours, or a document. */
export type Metadata = { readonly MetadataURL: string } | { readonly MetadataFile: string };

/**
 * `ProviderDetails` of a SAML provider: PascalCase keys, every value a text.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html
 */
export type SamlDetails = Metadata & {
  readonly IDPInit: "true" | "false";
  readonly IDPSignout: "true" | "false";
  readonly EncryptedResponses: "true" | "false";
  /** Present where requests are signed. */
  readonly RequestSigningAlgorithm?: "rsa-sha256";
};

/** `ProviderDetails` of an OIDC provider: snake_case keys; the four endpoints stand there where discovery does not give them. */
export type OidcDetails<Secret> = {
  readonly oidc_issuer: string;
  readonly client_id: string;
  readonly client_secret: Secret;
  readonly authorize_scopes: string;
  readonly attributes_request_method: "GET" | "POST";
} & Readonly<Partial<Record<"authorize_url" | "token_url" | "attributes_url" | "jwks_uri", string>>>;

export const samlDetails = (provider: SamlProvider, metadata: Metadata): SamlDetails => ({
  ...metadata,
  IDPInit: `${provider.providerInitiated}`,
  IDPSignout: `${provider.signOut}`,
  EncryptedResponses: `${provider.encryptedResponses}`,
  ...(provider.signRequests && { RequestSigningAlgorithm: "rsa-sha256" }),
});

export function oidcDetails<Secret>({ endpoints, ...provider }: OidcProvider, secret: Secret): OidcDetails<Secret> {
  return {
    oidc_issuer: provider.issuer,
    client_id: provider.clientId,
    client_secret: secret,
    authorize_scopes: provider.scopes.join(" "),
    attributes_request_method: provider.attributesMethod,
    ...(endpoints && {
      authorize_url: endpoints.authorize,
      token_url: endpoints.token,
      attributes_url: endpoints.userInfo,
      jwks_uri: endpoints.jwks,
    }),
  };
}

/**
 * What AWS fills in among the details when it reads a provider, and would otherwise look like a change in every update: a certificate
 * that it rotates itself, and what it found in the metadata or in the discovery document.
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/36912
 * @see https://github.com/lgallard/terraform-aws-cognito-user-pool/pull/420
 * @see https://github.com/lgallard/terraform-aws-cognito-user-pool/pull/416
 */
function filledIn(provider: IdentityProvider): string[] {
  switch (provider.kind) {
    case "saml":
      return ["ActiveEncryptionCertificate", "SSORedirectBindingURI", "SLORedirectBindingURI"];
    case "oidc":
      return [
        "attributes_url_add_attributes",
        ...(provider.endpoints ? [] : ["authorize_url", "token_url", "attributes_url", "jwks_uri"]),
      ];
  }
}

/** What a provider must get, apart from its details, one of which is secret. */
export function planIdentityProvider(name: string, provider: IdentityProvider) {
  return {
    provider: {
      providerName: name,
      providerType: provider.kind.toUpperCase(),
      idpIdentifiers: [...provider.domains],
      attributeMapping: {
        // AWS adds it where it is absent, which would look like a change. A SAML provider's NameID cannot be mapped.
        ...(provider.kind === "oidc" && { username: "sub" }),
        ...provider.attributes,
      },
    },
    ignoreChanges: filledIn(provider).map((key) => `providerDetails.${key}`),
  };
}

/** The providers that an app client offers, by name, in the order of the settings. */
export const providersOf = (client: string, providers: Providers): string[] =>
  Object.keys(providers).filter((name) => providers[name]!.clients.includes(client));
