import { isYamlMap, type YamlValue } from "./yaml-file";

/** A configuration value as Pulumi hands it to programs: text, or JSON text of an object or list. */
export interface ConfigValue {
  readonly text: string;
  readonly structured: boolean;
  /** Whether it is a secret or holds one. */
  readonly secret: boolean;
  /** Whether a secret in it could not be opened. */
  readonly placeholder: boolean;
}

/** Opens one `secure:` value; undefined when it cannot be opened here. */
export type Decrypt = (ciphertext: string) => string | undefined;

/** Stands in for a secret that cannot be opened. It is no secret itself, and holds no character that needs escaping. */
export const placeholder = "secret-that-cannot-be-opened-here";

/**
 * Numbers lose nothing that Pulumi keeps: `3.0` is `3` there too, and 20 digits stay 20 digits.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/config/object.go
 */
export function configValue(value: YamlValue, decrypt: Decrypt): ConfigValue {
  let secret = false;
  let missing = false;
  const open = (inner: YamlValue): YamlValue => {
    const ciphertext = secureText(inner);
    if (ciphertext !== undefined) {
      const text = decrypt(ciphertext);
      secret = true;
      missing ||= text === undefined;
      return text ?? placeholder;
    }
    if (Array.isArray(inner)) return inner.map(open);
    if (!isYamlMap(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, one]) => [key, open(one)]));
  };
  const opened = open(value);
  return {
    text: typeof opened === "string" ? opened : toJson(opened),
    structured: typeof opened === "object",
    secret,
    placeholder: missing,
  };
}

/** The ciphertext of `{ secure: ... }`, where that is all there is. */
function secureText(value: YamlValue): string | undefined {
  if (!isYamlMap(value) || Object.keys(value).length !== 1) return undefined;
  return typeof value.secure === "string" ? value.secure : undefined;
}

const escaped = /[<>&\u2028\u2029]/g;
const quote = (text: string): string =>
  JSON.stringify(text).replace(escaped, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** JSON as Go's encoding/json writes it: keys in order, `<`, `>` and `&` escaped, so that hashes of it agree. */
function toJson(value: YamlValue): string {
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) return `[${value.map(toJson).join(",")}]`;
  if (!isYamlMap(value)) return typeof value === "bigint" ? value.toString() : JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${quote(key)}:${toJson(one)}`).join(",")}}`;
}
