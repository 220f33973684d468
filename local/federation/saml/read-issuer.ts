/**
 * The provider that an answer claims to be of, not yet believed: it only says whose certificate must have signed it.
 * Absent where it names none.
 */
export function readIssuer(samlResponse: string): string | undefined {
  const xml = Buffer.from(samlResponse, "base64").toString("utf8");
  return /<(?:[\w-]+:)?Issuer(?:\s[^>]*)?>\s*([^<\s]+)\s*</.exec(xml)?.[1];
}
