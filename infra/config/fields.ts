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

/** https, or plain http on this machine, as Amazon Cognito takes it; no wildcard, no fragment. */
export const url = () => z.string(anyUrl).refine(isRedirectUrl, anyUrl);

/** An `Origin` header's value. */
export const origin = () => z.string(anyOrigin).refine((value) => isRedirectUrl(value) && isOrigin(value), anyOrigin);

export const listOf = <T extends z.ZodType>(item: T, expected: string) => z.array(item, expected).min(1, expected);

const anyUrl = "an https URL, or http://localhost with or without a port; no wildcard, no fragment";
const anyOrigin = "an origin such as https://app.example.com, or http://localhost with or without a port; no path";

function isRedirectUrl(value: string): boolean {
  if (!URL.canParse(value) || /[*#\s]/.test(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === "https:" || (protocol === "http:" && hostname === "localhost");
}

const isOrigin = (value: string) => new URL(value).origin === value;
