import type { IdentitySource } from "../../infra/catalogue/define/identity-source";

type Values = Readonly<Record<string, string | undefined>> | null | undefined;

/** Where a request can carry a token. */
export interface Carrier {
  readonly headers?: Values;
  readonly queryStringParameters?: Values;
}

/** The token of a request, from where the catalogue says that it is, and nowhere else: answers are cached by what is there. */
export const tokenAt = (source: IdentitySource, { headers, queryStringParameters }: Carrier): string | undefined =>
  bare("header" in source ? anySpelling(headers, source.header) : queryStringParameters?.[source.query]);

/** A token without `Bearer`, which clients may write or leave out, as with API Gateway's own authorizers. */
export const bare = (value: string | undefined): string | undefined =>
  value?.trim().replace(/^bearer(\s+|$)/i, "") || undefined;

/** Header names come in the client's spelling on REST APIs, in lower case on HTTP APIs. */
function anySpelling(headers: Values, name: string): string | undefined {
  const found = Object.keys(headers ?? {}).find((key) => key.toLowerCase() === name.toLowerCase());
  return found === undefined ? undefined : headers?.[found];
}
