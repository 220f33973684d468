/** Identity providers by their exact names, each with the e-mail domains that it speaks for. */
export type Providers = Readonly<Record<string, readonly string[]>>;

/** E-mail domains out of `SIGN_UP_DOMAINS`, separated by commas; none for all. */
export const parseDomains = (text: string | undefined): readonly string[] =>
  (text ?? "")
    .split(",")
    .map((domain) => domain.trim().toLowerCase())
    .filter(Boolean);

/**
 * Providers out of `IDENTITY_PROVIDERS`, JSON such as `{"Partner":["partner.example.com"]}`. Absent: none, and nothing is linked.
 * @throws {Error} when it is no such JSON: the function then fails to load, which fails every sign-up closed
 */
export function parseProviders(text: string | undefined): Providers {
  const found: unknown = JSON.parse(text || "{}");
  const isProviders =
    typeof found === "object" && found !== null && !Array.isArray(found) && Object.values(found).every(isTexts);
  if (!isProviders) {
    throw new Error('IDENTITY_PROVIDERS is not an object of lists of domains; expected {"<provider>":["<domain>"]}');
  }
  return Object.fromEntries(
    Object.entries(found as Record<string, string[]>).map(([name, domains]) => [
      name,
      domains.map((domain) => domain.toLowerCase()),
    ]),
  );
}

const isTexts = (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === "string");

/**
 * The domain of an e-mail address, in lower case: what follows the last `@`, since a quoted local part may hold others.
 * Undefined for what is no address.
 */
export function domainOf(email: string | undefined): string | undefined {
  const at = email?.lastIndexOf("@") ?? -1;
  const domain = at > 0 ? email?.slice(at + 1).toLowerCase() : undefined;
  return domain || undefined;
}
