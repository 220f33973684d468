import type { FederationOptions } from "./contract";
import type { KeyAndCertificate } from "./saml/certificate";
import type { StandInServer } from "./stand-in";

/** What starting one provider takes. */
export interface Parts {
  readonly server: StandInServer;
  readonly poolId: string;
  readonly poolUrl: FederationOptions["poolUrl"];
  /** With which the pool signs towards SAML providers, and opens what they encrypt; made when first asked for. */
  readonly poolKey: () => Promise<KeyAndCertificate>;
}

/** Where the pool takes answers. */
export const answerPaths = { saml: "/saml2/idpresponse", oidc: "/oauth2/idpresponse" } as const;
