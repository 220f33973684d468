/** What both protocols have. */
interface Common {
  readonly name: string;
  readonly identifiers: readonly string[];
  /** Attribute of the user pool to claim or SAML attribute. */
  readonly mapping: Readonly<Record<string, string>>;
}

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html */
export interface SamlProvider extends Common {
  readonly kind: "saml";
  /** `RequestSigningAlgorithm` is given: the pool signs its requests, and the provider asks for that. */
  readonly signedRequests: boolean;
  /** `EncryptedResponses`: an assertion that is not encrypted is refused. */
  readonly encryptedResponses: boolean;
  /** `IDPInit`: an answer that nobody asked for is taken. */
  readonly providerInitiated: boolean;
}

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html */
export interface OidcProvider extends Common {
  readonly kind: "oidc";
  readonly clientId: string;
  /** Absent: the pool is a public client there. */
  readonly clientSecret?: string;
  readonly scopes: readonly string[];
  /** `attributes_request_method`: how the pool asks for the person's claims. */
  readonly userInfoMethod: "GET" | "POST";
}

export type Provider = SamlProvider | OidcProvider;

/** A person, as a provider knows them: claims by name, several values of one as `[a, b]`. */
export interface Person {
  readonly subject: string;
  readonly claims: Readonly<Record<string, string>>;
}

/** What an OIDC provider's answer has without anybody saying it: the subject, and the tokens, which may be mapped too. */
const given: readonly string[] = ["sub", "id_token", "access_token"];

/**
 * The claims that a person is asked for, beside the subject: those that the pool reads, in the order of the mapping, each
 * with the attribute that it fills.
 */
export function readClaims({ kind, mapping }: Provider): ReadonlyMap<string, string> {
  const claims = new Map<string, string>();
  for (const [attribute, claim] of Object.entries(mapping)) {
    const asked = kind === "saml" || !given.includes(claim);
    if (asked && !claims.has(claim)) claims.set(claim, attribute);
  }
  return claims;
}
