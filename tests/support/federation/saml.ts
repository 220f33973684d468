import type { SamlProvider } from "../../../local/federation/provider/provider";
import { type KeyAndCertificate, selfSigned } from "../../../local/federation/saml/certificate";
import { SamlIdentityProvider } from "../../../local/federation/saml/identity-provider";
import type { SamlParties } from "../../../local/federation/saml/parties";
import { ServiceProvider } from "../../../local/federation/saml/service-provider";

/** A SAML provider that signs no requests, encrypts nothing, and may begin by itself. */
export const plain: SamlProvider = {
  kind: "saml",
  name: "Corp",
  identifiers: [],
  mapping: {},
  signedRequests: false,
  encryptedResponses: false,
  providerInitiated: true,
};
export const issuer = "http://localhost:4798/Corp";
/** A request that the pool sent. */
export const asked = { id: "_asked", issuedAt: new Date() };

/** Both sides of a SAML provider without a server between them, and a stranger's key. */
export class SamlPair {
  private constructor(
    private readonly poolKey: KeyAndCertificate,
    readonly providerKey: KeyAndCertificate,
    readonly strangerKey: KeyAndCertificate,
  ) {}

  static async make(): Promise<SamlPair> {
    const [pool, provider, stranger] = await Promise.all(
      ["pool", "provider", "stranger"].map((name) => selfSigned(name)),
    );
    return new SamlPair(pool!, provider!, stranger!);
  }

  /** What the sides know of each other; `changes` is what one of them has wrong. */
  parties(settings = plain, changes: Partial<SamlParties> = {}): SamlParties {
    return {
      provider: settings,
      issuer,
      audience: "urn:amazon:cognito:sp:eu-west-1_AbC123xyz",
      recipient: "http://localhost:4799/saml2/idpresponse",
      poolKey: this.poolKey,
      ...changes,
    };
  }

  pool(settings = plain, changes: Partial<SamlParties> = {}): ServiceProvider {
    return new ServiceProvider(this.parties(settings, changes), this.providerKey.certificate);
  }

  provider(settings = plain, changes: Partial<SamlParties> = {}, key = this.providerKey): SamlIdentityProvider {
    return new SamlIdentityProvider(this.parties(settings, changes), key);
  }
}
