import { html } from "../../identity/pages/html";
import { unwrapped } from "./certificate";

/**
 * What the stand-in says of itself, for the pool and for whoever looks.
 * @see https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf section 2.4.3
 */
export const planIdentityProviderMetadata = (self: {
  readonly issuer: string;
  readonly signOnUrl: string;
  /** PEM. */
  readonly certificate: string;
  readonly signedRequests: boolean;
}): string =>
  html`<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${self.issuer}">
<IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol" WantAuthnRequestsSigned="${String(self.signedRequests)}">
<KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>
<ds:X509Certificate>${unwrapped(self.certificate)}</ds:X509Certificate>
</ds:X509Data></ds:KeyInfo></KeyDescriptor>
<NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</NameIDFormat>
<SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${self.signOnUrl}"/>
</IDPSSODescriptor>
</EntityDescriptor>
`.text;
