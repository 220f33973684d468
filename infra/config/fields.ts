import { isIPv4, isIPv6 } from "node:net";
import { z } from "zod";

// Each field's message is what it expects: `faults.ts` puts path and found value before it.

export const whole = (unit: string, from: number, to: number, note = "") => {
  const expected = `whole ${unit} from ${from}${note} to ${to.toLocaleString("en-US")}`;
  return z.int(expected).min(from, expected).max(to, expected);
};

export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, `one of ${values.join(", ")}`);

export const flag = () => z.boolean("true or false");

export const text = (expected: string, pattern: RegExp) => z.string(expected).regex(pattern, expected);

/** `example.com`: lower case, so that the same domain is the same text. */
export const domainName = (expected = "a domain name such as example.com, in lower case") =>
  text(expected, /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/);

/** https, or plain http on this machine, as Amazon Cognito takes it; no wildcard, no fragment. */
export const url = () => z.string(anyUrl).refine(isRedirectUrl, anyUrl);

/**
 * What a native application may be called back at: as `url`, or at a scheme of its own, which is a domain name turned round.
 * @see https://datatracker.ietf.org/doc/html/rfc8252#section-7.1
 */
export const appUrl = () =>
  z.string(anyAppUrl).refine((value) => isRedirectUrl(value) || isOwnScheme(value), anyAppUrl);

/** Where another party answers: https only. */
export const httpsUrl = () =>
  z.string(anyHttps).refine((value) => isPlainUrl(value) && value.startsWith("https://"), anyHttps);

/** An `Origin` header's value. */
export const origin = () => z.string(anyOrigin).refine((value) => isRedirectUrl(value) && isOrigin(value), anyOrigin);

/** A range of addresses, IPv4 or IPv6. */
export const cidr = () => z.string(anyCidr).refine(isCidr, anyCidr);

/** Each entry once; none is allowed. */
export const setOf = <T extends z.ZodType>(item: T, expected: string, most = Number.POSITIVE_INFINITY) => {
  const limited = most < Number.POSITIVE_INFINITY ? `${expected}, at most ${most}` : expected;
  return z.array(item, expected).max(most, limited).refine(isSet, `${expected}, each once`);
};

/** Each entry once, and at least one. */
export const listOf = <T extends z.ZodType>(item: T, expected: string, most?: number) =>
  setOf(item, expected, most).min(1, expected);

const anyHttps = "an https URL";
const anyUrl = "an https URL, or http://localhost with or without a port; no wildcard, no fragment";
const anyAppUrl = `${anyUrl}; or a scheme of the app's own such as com.example.app:/callback`;
const anyOrigin = "an origin such as https://app.example.com, or http://localhost with or without a port; no path";
const anyCidr = "a CIDR block such as 198.51.100.0/24";

/** A redirect URL may have 1,024 characters. @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html */
const longest = 1024;

/** Parsers disagree about backslashes, user names and what is not ASCII; a wildcard may hide behind an escape. */
function isPlainUrl(value: string): boolean {
  if (value.length > longest || !/^[a-z][a-z0-9+.-]*:[!-~]+$/.test(value) || /[\\*#]/.test(value)) return false;
  if (!URL.canParse(value)) return false;
  const { username, password, hostname } = new URL(value);
  return username === "" && password === "" && !hostname.includes("*");
}

function isRedirectUrl(value: string): boolean {
  if (!isPlainUrl(value) || !/^https?:\/\/[^/]/.test(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === "https:" || hostname === "localhost";
}

const isOwnScheme = (value: string) => isPlainUrl(value) && /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+:\/[^/]/.test(value);

const isOrigin = (value: string) => new URL(value).origin === value;

const isSet = (items: readonly unknown[]) => new Set(items.map((item) => JSON.stringify(item))).size === items.length;

function isCidr(value: string): boolean {
  const [address = "", bits = "", ...rest] = value.split("/");
  if (rest.length > 0 || !/^\d{1,3}$/.test(bits)) return false;
  return isIPv4(address) ? Number(bits) <= 32 : isIPv6(address) && Number(bits) <= 128;
}
