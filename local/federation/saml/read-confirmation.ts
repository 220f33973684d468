import { FederationError } from "../fault";

/** What the signed part of an answer says of its delivery. */
export interface Confirmation {
  readonly assertionId: string;
  readonly inResponseTo?: string;
  readonly recipient?: string;
  readonly notOnOrAfter: Date;
}

/** An element as xml2js reads it: attributes under `$`, children under their names. */
type Element = { readonly $?: Readonly<Record<string, string>> } & { readonly [child: string]: unknown };

/**
 * Reads the confirmation of the subject from the assertion, because that is signed and the response around it need not be.
 * @throws FederationError when there is not exactly one that ends.
 */
export function readConfirmation(document: Readonly<Record<string, unknown>>): Confirmation {
  const assertion = document.Assertion as Element;
  const confirmations = children(assertion, "Subject").flatMap((subject) => children(subject, "SubjectConfirmation"));
  const data = confirmations.flatMap((confirmation) => children(confirmation, "SubjectConfirmationData"));
  const [only] = data;
  const { InResponseTo: inResponseTo, Recipient: recipient, NotOnOrAfter: end } = only?.$ ?? {};
  const assertionId = assertion.$?.ID;
  if (data.length !== 1 || end === undefined || assertionId === undefined) {
    const message = "The assertion must confirm its subject once, with NotOnOrAfter, and have an ID.";
    throw new FederationError("malformed", message);
  }
  return {
    assertionId,
    ...(inResponseTo === undefined ? undefined : { inResponseTo }),
    ...(recipient === undefined ? undefined : { recipient }),
    notOnOrAfter: new Date(end),
  };
}

function children(element: Element, name: string): readonly Element[] {
  const found = element[name];
  return Array.isArray(found) ? found.filter((child): child is Element => typeof child === "object") : [];
}
