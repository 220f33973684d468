/** Whether a media type such as `image/png; q=1` falls under a pattern such as `image/png`, `image/*` or `*\/*`. */
export function matchesMediaType(pattern: string, value: string | undefined): boolean {
  if (pattern === "*/*") return true;
  const type = (value ?? "").split(/[;,]/)[0]?.trim().toLowerCase() ?? "";
  const wanted = pattern.toLowerCase();
  return wanted.endsWith("/*") ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
}

/**
 * Whether an HTTP API hands a body to its function as text; anything else is encoded as base64, form data included.
 * Limits: AWS does not publish the list of text types; this one is our reading of events.
 */
export function isText(contentType: string | undefined): boolean {
  if (contentType === undefined) return true;
  return /^\s*(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml|javascript)\b)/i.test(contentType);
}
