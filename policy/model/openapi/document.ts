import { type Properties, type PropertyValue, type Reading, read, unknownValue } from "../../reading";

/** An OpenAPI definition as far as it can be read before the deployment. */
export type Document =
  | { readonly state: "absent" | "unknown" | "unreadable" }
  | { readonly state: "read"; readonly root: Properties };

/**
 * Reads the `body` of an API: text in JSON or YAML, or, in `aws-native`, an object.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api.html
 */
export function readDocument(body: Reading): Document {
  if (body.state !== "known") return { state: body.state };
  const value = typeof body.value === "string" ? parsed(body.value) : body.value;
  return isRecord(value) ? { state: "read", root: value } : { state: "unreadable" };
}

/**
 * Several controls ask for the same body in a row, and parsing it is most of their work, so the last one is kept.
 * A definition is plain data that nobody changes.
 */
let last: { readonly text: string; readonly value: PropertyValue } | undefined;

function parsed(text: string): PropertyValue {
  if (last?.text !== text) last = { text, value: parse(text) };
  return last.value;
}

function parse(text: string): PropertyValue {
  try {
    return JSON.parse(text);
  } catch {
    try {
      // Loaded here only: most packs never see YAML, and every deployment waits for the start.
      const yaml: typeof import("yaml") = require("yaml");
      return yaml.parse(text, { merge: true, logLevel: "error" });
    } catch {
      return null;
    }
  }
}

/**
 * Follows the `$ref`s of a value within its document.
 * Unknown where a reference leads out of the document, nowhere or in a circle: nothing shows what AWS finds there.
 */
export function resolve(root: Properties, value: PropertyValue): PropertyValue {
  const followed = new Set<string>();
  let target = value;
  while (isRecord(target) && typeof target.$ref === "string") {
    const reference = target.$ref;
    if (!reference.startsWith("#/") || followed.has(reference)) return unknownValue;
    followed.add(reference);
    const found = read(root, ...reference.slice(2).split("/").map(unescaped));
    if (found.state !== "known") return unknownValue;
    target = found.value;
  }
  return target;
}

/** @see https://datatracker.ietf.org/doc/html/rfc6901#section-6 */
function unescaped(token: string): string {
  let decoded = token;
  try {
    decoded = decodeURIComponent(token);
  } catch {
    // It has a percent sign of its own.
  }
  return decoded.replaceAll("~1", "/").replaceAll("~0", "~");
}

export function isRecord(value: PropertyValue | undefined): value is Properties {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.getPrototypeOf(value) === Object.prototype
  );
}
