import { z } from "zod";
import { domainName, flag, httpsUrl, listOf, oneOf, setOf, text } from "../fields";

/** Cognito takes more, but a name also stands in resource names and user names (`<provider>_<id>`), so no underscore. */
const name = "3 to 32 letters, digits and inner hyphens, beginning with a letter";

const common = {
  /**
   * E-mail domains whose people are sent here (home-realm discovery): identifiers of the provider.
   * Limits: 50 a provider, 40 characters each; one provider each.
   * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html
   */
  domains: setOf(
    domainName("a domain name such as example.com, in lower case, of at most 40 characters").max(
      40,
      "a domain name such as example.com, in lower case, of at most 40 characters",
    ),
    "a list of domain names",
    50,
  ),
  /** Attribute of the user pool (`email`, `custom:tenant`) to claim or SAML attribute of the provider. */
  attributes: z.record(
    z.string(),
    text("the name of a claim or SAML attribute", /\S/),
    "attributes, each with the claim it comes from",
  ),
  /** The app clients that offer it, by name in the catalogue. */
  clients: listOf(z.string("the name of an app client"), "a list of one or more app clients"),
};

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managing-saml-idp.html */
export const saml = z.strictObject({
  kind: z.literal("saml"),
  ...common,
  /** Where the provider's metadata is: Cognito reads it every six hours. This or `metadataFile`. */
  metadataUrl: httpsUrl().optional(),
  /** A file of the metadata in this project, relative to Pulumi.yaml. */
  metadataFile: text("the path of an .xml file within this project", /^(?!\/)(?!.*\.\.)[\w./-]+\.xml$/).optional(),
  /** Whether requests to the provider are signed, with RSA and SHA-256. */
  signRequests: flag(),
  /** Whether only answers whose assertions are encrypted for the user pool are taken. */
  encryptedResponses: flag(),
  /** Whether signing out here signs out there. */
  signOut: flag(),
  /**
   * Whether the provider may begin a sign-in that nobody asked for here. Such an answer cannot be told from a forged one by its
   * request, so Cognito wants its app clients to offer SAML alone: neither OIDC nor the user pool's own sign-in.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-SAML-session-initiation.html
   */
  providerInitiated: flag(),
});

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-oidc-idp.html */
export const oidc = z.strictObject({
  kind: z.literal("oidc"),
  ...common,
  /** What its tokens say in `iss`, to the letter. */
  issuer: httpsUrl().regex(/^[^?]*$/, "an https URL without a query"),
  clientId: text("a client id", /\S/),
  /** What is asked of the provider. */
  scopes: listOf(text("a scope", /^\S+$/), "a list of scopes, openid among them"),
  /** How Cognito asks for the attributes of a person. */
  attributesMethod: oneOf(["GET", "POST"]),
  /** Absent: as the issuer's discovery document says. */
  endpoints: z
    .strictObject({ authorize: httpsUrl(), token: httpsUrl(), userInfo: httpsUrl(), jwks: httpsUrl() })
    .optional(),
});

/** Identity providers by name, which people may see. The secret of an OIDC provider is in `identityProviderSecrets`. */
export const identityProviders = z.record(
  z.string().regex(/^[A-Za-z][A-Za-z0-9-]{1,30}[A-Za-z0-9]$/, name),
  z.discriminatedUnion("kind", [saml, oidc], "one of saml, oidc"),
  "identity providers, or {} for none",
);
