/**
 * The token in an Authorization header: `Bearer <token>`, or bare, as API Gateway's own authorizers take it.
 * Header names come in the client's spelling on REST APIs, in lower case on HTTP APIs.
 */
export function tokenIn(headers: Readonly<Record<string, string | undefined>> | null | undefined): string | undefined {
  const name = Object.keys(headers ?? {}).find((header) => header.toLowerCase() === "authorization");
  const value = name === undefined ? undefined : headers?.[name]?.trim();
  return value?.replace(/^bearer\s+/i, "") || undefined;
}
