import {
  type CacheProvider,
  generateServiceProviderMetadata,
  SAML,
  type SamlConfig,
  ValidateInResponseTo,
} from "@node-saml/node-saml";
import { joinClaims } from "../claims";
import { FederationError } from "../fault";
import type { Person } from "../provider/provider";
import { explain } from "./explain";
import { type SamlParties, signOnUrl } from "./parties";
import { type Confirmation, readConfirmation } from "./read-confirmation";

/** A request that went to the provider. */
export interface SamlRequest {
  readonly id: string;
  readonly issuedAt: Date;
}

/**
 * The user pool as a SAML service provider, as Cognito is one: it asks by redirect, signed where the provider's settings
 * say so, and takes answers by post.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-saml-idp.html
 */
export class ServiceProvider {
  /** Assertions that were taken, with the end of their validity in milliseconds. */
  readonly #taken = new Map<string, number>();

  constructor(
    private readonly parties: SamlParties,
    /** PEM: whoever holds its key is the provider. */
    private readonly providerCertificate: string,
  ) {}

  /** What the pool tells the provider of itself. */
  static metadata({ provider, audience, recipient, poolKey }: SamlParties): string {
    return generateServiceProviderMetadata({
      issuer: audience,
      callbackUrl: recipient,
      wantAssertionsSigned: true,
      ...(provider.signedRequests
        ? { privateKey: poolKey.privateKey, publicCerts: poolKey.certificate, signatureAlgorithm: "sha256" }
        : undefined),
      ...(provider.encryptedResponses
        ? { decryptionPvk: poolKey.privateKey, decryptionCert: poolKey.certificate }
        : undefined),
    });
  }

  /** Where to send the browser. The request's id comes back as `RelayState`. */
  begin({ id }: SamlRequest): Promise<string> {
    return new SAML({ ...this.#settings(), generateUniqueId: () => id }).getAuthorizeUrlAsync(id, undefined, {});
  }

  /**
   * Who an answer says signed in.
   * @throws FederationError when it is not the provider's, or not for this pool, now, once, and this request.
   */
  async finish(samlResponse: string, request: SamlRequest | undefined): Promise<Person> {
    const { provider, issuer, recipient } = this.parties;
    const { profile } = await new SAML({ ...this.#settings(), ...answering(request) })
      .validatePostResponseAsync({ SAMLResponse: samlResponse })
      .catch((cause: Error) => {
        throw explain(provider.name, cause);
      });
    if (!profile?.getAssertion || !profile.getSamlResponseXml) {
      throw new FederationError("malformed", `The answer of ${provider.name} has no assertion.`);
    }
    if (profile.issuer !== issuer) {
      const message = `The assertion is of ${profile.issuer}, not of ${provider.name} (${issuer}).`;
      throw new FederationError("untrusted", message);
    }
    if (!profile.nameID) throw new FederationError("malformed", `The assertion of ${provider.name} has no NameID.`);
    const confirmation = readConfirmation(profile.getAssertion());
    // What was encrypted cannot be read in the answer.
    if (provider.encryptedResponses && profile.getSamlResponseXml().includes(confirmation.assertionId)) {
      const message = `The assertion of ${provider.name} is not encrypted, and its EncryptedResponses is true.`;
      throw new FederationError("untrusted", message);
    }
    if (confirmation.inResponseTo !== request?.id) {
      const asked = request ? "another request" : "a request, and comes without it";
      throw new FederationError("misdirected", `The assertion of ${provider.name} answers ${asked}.`);
    }
    if (confirmation.recipient !== recipient) {
      const message = `The assertion of ${provider.name} is for ${confirmation.recipient}, not for ${recipient}.`;
      throw new FederationError("misdirected", message);
    }
    // Of an answer that nobody asked for, node-saml leaves this end unchecked, and it is as long as an id is remembered.
    if (confirmation.notOnOrAfter.getTime() <= Date.now())
      throw new FederationError("expired", "This answer has expired. Sign in again.");
    this.#takeOnce(confirmation);
    return { subject: profile.nameID, claims: joinClaims((profile.attributes as Record<string, unknown>) ?? {}) };
  }

  #takeOnce({ assertionId, notOnOrAfter }: Confirmation): void {
    for (const [id, end] of this.#taken) if (end <= Date.now()) this.#taken.delete(id);
    if (this.#taken.has(assertionId)) {
      throw new FederationError("replayed", "This answer was given before; each is taken once. Sign in again.");
    }
    this.#taken.set(assertionId, notOnOrAfter.getTime());
  }

  #settings(): SamlConfig {
    const { provider, audience, recipient, poolKey } = this.parties;
    return {
      issuer: audience,
      audience,
      callbackUrl: recipient,
      entryPoint: signOnUrl(this.parties),
      idpCert: this.providerCertificate,
      identifierFormat: null,
      disableRequestedAuthnContext: true,
      wantAssertionsSigned: true,
      wantAuthnResponseSigned: false,
      signatureAlgorithm: "sha256",
      ...(provider.signedRequests ? { privateKey: poolKey.privateKey, publicCert: poolKey.certificate } : undefined),
      ...(provider.encryptedResponses ? { decryptionPvk: poolKey.privateKey } : undefined),
    };
  }
}

/** Ties the library's check of `InResponseTo` to one request. */
function answering(request: SamlRequest | undefined): Partial<SamlConfig> {
  if (!request) return { validateInResponseTo: ValidateInResponseTo.never };
  const cacheProvider: CacheProvider = {
    getAsync: async (id) => (id === request.id ? request.issuedAt.toISOString() : null),
    saveAsync: async () => null,
    removeAsync: async () => null,
  };
  return { validateInResponseTo: ValidateInResponseTo.always, cacheProvider };
}
