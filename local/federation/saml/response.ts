import { randomUUID } from "node:crypto";
import { html } from "../../identity/pages/html";
import { splitClaim } from "../claims";
import type { Person } from "../provider/provider";

/** What a SAML response says beside the person. */
export interface ResponseTerms {
  /** Entity id of the provider. */
  readonly issuer: string;
  /** Entity id of the pool. */
  readonly audience: string;
  /** The pool's address for answers. */
  readonly recipient: string;
  /** Absent when nobody asked. */
  readonly inResponseTo?: string;
  readonly issuedAt: Date;
}

const success = "urn:oasis:names:tc:SAML:2.0:status:Success";
const responder = "urn:oasis:names:tc:SAML:2.0:status:Responder";
const authenticationFailed = "urn:oasis:names:tc:SAML:2.0:status:AuthnFailed";
const persistent = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
const bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
const unspecified = "urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified";
const basic = "urn:oasis:names:tc:SAML:2.0:attrname-format:basic";

/** How long an assertion is good for. Unit: milliseconds. */
const validity = 5 * 60_000;

/**
 * A response that says who signed in, not yet signed.
 * @see https://docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf section 4.1.4.2
 */
export function planResponse(terms: ResponseTerms, { subject, claims }: Person): string {
  const { issuer, audience, recipient, inResponseTo, issuedAt } = terms;
  const now = issuedAt.toISOString();
  const until = new Date(issuedAt.getTime() + validity).toISOString();
  const asked = inResponseTo !== undefined && html` InResponseTo="${inResponseTo}"`;
  const attributes = Object.entries(claims).map(([name, text]) => {
    const values = [splitClaim(text)].flat();
    return html`<saml:Attribute Name="${name}" NameFormat="${basic}">${values.map(
      (value) => html`<saml:AttributeValue>${value}</saml:AttributeValue>`,
    )}</saml:Attribute>`;
  });
  return envelope(
    terms,
    html`<samlp:StatusCode Value="${success}"/>`,
    html`<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id()}" Version="2.0" IssueInstant="${now}">
<saml:Issuer>${issuer}</saml:Issuer>
<saml:Subject><saml:NameID Format="${persistent}">${subject}</saml:NameID><saml:SubjectConfirmation Method="${bearer}">
<saml:SubjectConfirmationData${asked} NotOnOrAfter="${until}" Recipient="${recipient}"/></saml:SubjectConfirmation></saml:Subject>
<saml:Conditions NotBefore="${now}" NotOnOrAfter="${until}">
<saml:AudienceRestriction><saml:Audience>${audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions>
<saml:AuthnStatement AuthnInstant="${now}" SessionIndex="${id()}">
<saml:AuthnContext><saml:AuthnContextClassRef>${unspecified}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>
${attributes.length > 0 && html`<saml:AttributeStatement>${attributes}</saml:AttributeStatement>`}</saml:Assertion>`,
  );
}

/** A response that says that the person did not want to sign in. */
export const planRefusal = (terms: ResponseTerms): string =>
  envelope(
    terms,
    html`<samlp:StatusCode Value="${responder}"><samlp:StatusCode Value="${authenticationFailed}"/></samlp:StatusCode>
<samlp:StatusMessage>the person did not want to sign in</samlp:StatusMessage>`,
  );

function envelope(
  { issuer, recipient, inResponseTo, issuedAt }: ResponseTerms,
  status: ReturnType<typeof html>,
  assertion?: ReturnType<typeof html>,
): string {
  return html`<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"
 xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id()}" Version="2.0" IssueInstant="${issuedAt.toISOString()}"
 Destination="${recipient}"${inResponseTo !== undefined && html` InResponseTo="${inResponseTo}"`}>
<saml:Issuer>${issuer}</saml:Issuer><samlp:Status>${status}</samlp:Status>${assertion}</samlp:Response>`.text;
}

/** XML's identifiers begin with no digit. */
const id = () => `_${randomUUID()}`;
