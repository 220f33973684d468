import {
  IdentityProvider as createIdentityProvider,
  ServiceProvider as createServiceProvider,
  type IdentityProviderInstance,
  SamlLib,
  type ServiceProviderInstance,
  setSchemaValidator,
} from "samlify";
import type { Person } from "../provider/provider";
import { type KeyAndCertificate, unwrapped } from "./certificate";
import { planIdentityProviderMetadata } from "./metadata";
import { type SamlParties, signOnUrl } from "./parties";
import { planRefusal, planResponse } from "./response";
import { ServiceProvider } from "./service-provider";

/** A request as the stand-in takes it. */
export interface TakenRequest {
  readonly id: string;
  readonly relayState?: string;
}

/** What a redirect carries, raw and read. */
export interface RedirectQuery {
  readonly query: Readonly<Record<string, string>>;
  readonly raw: string;
}

// samlify asks for a check of its own before it reads anything. Well-formedness its parser checks; a document type, by
// which entities come in, no SAML message has.
setSchemaValidator({
  validate: async (xml) => {
    if (/<!DOCTYPE/i.test(xml)) throw new Error("a SAML message has no document type");
    return "no document type";
  },
});

/** What samlify says of a request that it does not take. */
const meanings: Readonly<Record<string, string>> = {
  ERR_REDIRECT_FLOW_BAD_ARGS: "it has no SAMLRequest",
  ERR_MISSING_SIG_ALG: "it is not signed, and RequestSigningAlgorithm is set",
  ERR_FAILED_MESSAGE_SIGNATURE_VERIFICATION: "its signature is not the pool's, or it has been changed since",
};

/** The stand-in for a SAML identity provider: reads requests, and signs answers, encrypted where the settings say so. */
export class SamlIdentityProvider {
  readonly metadata: string;
  readonly #self: IdentityProviderInstance;
  readonly #pool: ServiceProviderInstance;

  constructor(
    private readonly parties: SamlParties,
    private readonly key: KeyAndCertificate,
  ) {
    const { provider, issuer } = parties;
    this.metadata = planIdentityProviderMetadata({
      issuer,
      signOnUrl: signOnUrl(parties),
      certificate: key.certificate,
      signedRequests: provider.signedRequests,
    });
    this.#self = createIdentityProvider({
      metadata: this.metadata,
      privateKey: key.privateKey,
      isAssertionEncrypted: provider.encryptedResponses,
    });
    this.#pool = createServiceProvider({ metadata: ServiceProvider.metadata(parties) });
  }

  /**
   * Reads what the pool asks.
   * @throws Error when it cannot be read, is not signed although it should be, or wants its answer elsewhere.
   */
  async read({ query, raw }: RedirectQuery): Promise<TakenRequest> {
    const octetString = raw
      .split("&")
      .filter((part) => /^(SAMLRequest|RelayState|SigAlg)=/.test(part))
      .join("&");
    const { extract } = await this.#self
      .parseLoginRequest(this.#pool, "redirect", { query, octetString })
      .catch((cause: Error) => {
        throw new Error(meanings[cause.message] ?? `it cannot be read (${cause.message})`, { cause });
      });
    const { id, assertionConsumerServiceUrl: answerTo } = extract.request as Readonly<Record<string, string>>;
    if (extract.issuer !== this.parties.audience) throw new Error(`it is of ${extract.issuer}`);
    if (answerTo !== this.parties.recipient) throw new Error(`it wants its answer at ${answerTo}`);
    return { id: id!, ...(query.RelayState === undefined ? undefined : { relayState: query.RelayState }) };
  }

  /** The `SAMLResponse` that signs a person in; `inResponseTo` is absent when nobody asked. */
  async answer(person: Person, inResponseTo: string | undefined, issuedAt = new Date()): Promise<string> {
    const context = planResponse(this.#terms(inResponseTo, issuedAt), person);
    const fill = () => ({ id: "", context });
    const answer = await this.#self.createLoginResponse(this.#pool, { extract: {} }, "post", {}, fill);
    return answer.context;
  }

  /** The `SAMLResponse` that says that the person did not want to. */
  refuse(inResponseTo: string | undefined, issuedAt = new Date()): string {
    return SamlLib.constructSAMLSignature({
      rawSamlMessage: planRefusal(this.#terms(inResponseTo, issuedAt)),
      isMessageSigned: true,
      isBase64Output: true,
      privateKey: this.key.privateKey,
      signingCert: unwrapped(this.key.certificate),
      signatureAlgorithm: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
      signatureConfig: {
        prefix: "ds",
        location: { reference: "/*[local-name(.)='Response']/*[local-name(.)='Issuer']", action: "after" },
      },
    });
  }

  #terms(inResponseTo: string | undefined, issuedAt: Date) {
    const { issuer, audience, recipient } = this.parties;
    return { issuer, audience, recipient, issuedAt, ...(inResponseTo === undefined ? undefined : { inResponseTo }) };
  }
}
