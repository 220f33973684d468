import type { SamlProvider } from "../provider/provider";
import type { KeyAndCertificate } from "./certificate";

/** What the two sides of one SAML provider know of each other. */
export interface SamlParties {
  readonly provider: SamlProvider;
  /** Entity id of the stand-in, and the address under which it is served. */
  readonly issuer: string;
  /** Entity id of the user pool: `urn:amazon:cognito:sp:<pool id>`. */
  readonly audience: string;
  /** The pool's `/saml2/idpresponse`. */
  readonly recipient: string;
  /** With which the pool signs requests and opens encrypted assertions. */
  readonly poolKey: KeyAndCertificate;
}

/** Where the stand-in takes requests. */
export const signOnUrl = ({ issuer }: SamlParties) => `${issuer}/sso`;
