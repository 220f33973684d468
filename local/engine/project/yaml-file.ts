import { readFileSync } from "node:fs";
import { isAlias, isMap, isScalar, isSeq, parseDocument, Scalar } from "yaml";

/** A YAML value; whole numbers are bigint, so that no digit of them is lost. */
export type YamlValue = null | boolean | number | bigint | string | YamlValue[] | YamlMap;
export type YamlMap = { [key: string]: YamlValue };

export type YamlFile =
  | { readonly kind: "read"; readonly value: YamlValue }
  | { readonly kind: "missing" }
  | { readonly kind: "broken"; readonly faults: readonly string[] };

/** Reads a file as Pulumi does, whose YAML parser is Go's yaml.v3. Anything but an absent file is told as a fault. */
export function readYaml(path: string): YamlFile {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === "ENOENT" ? { kind: "missing" } : { kind: "broken", faults: [message] };
  }
  return parseYaml(text);
}

export function parseYaml(text: string): YamlFile {
  const document = parseDocument(text, { intAsBigInt: true, prettyErrors: true });
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ message, linePos }) => {
      const [sentence] = message.split(/ at line \d+/);
      return `line ${linePos?.[0].line ?? 1}: ${sentence}`;
    });
    return { kind: "broken", faults };
  }
  try {
    return { kind: "read", value: toValue(document.contents, (node) => node.resolve(document)) };
  } catch (error) {
    return { kind: "broken", faults: [(error as Error).message] };
  }
}

export const isYamlMap = (value: YamlValue | undefined): value is YamlMap =>
  typeof value === "object" && value !== null && !Array.isArray(value);

type Resolve = (alias: { resolve(document: unknown): unknown }) => unknown;

function toValue(node: unknown, resolve: Resolve): YamlValue {
  if (isAlias(node)) return toValue(resolve(node as never), resolve);
  if (isSeq(node)) return node.items.map((item) => toValue(item, resolve));
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }): [string, YamlValue] => [
      isScalar(key) ? (key.source ?? String(key.value)) : String(key),
      toValue(value, resolve),
    ]);
    return Object.fromEntries(entries);
  }
  return isScalar(node) ? toScalar(node) : null;
}

const octal = /^([-+]?)0o?([0-7]+)$/;
const date = /^\d{4}-\d\d-\d\d$/;

/** yaml.v3 reads `0755` as octal, and a bare date as a time that Pulumi then writes out in Go's own form. */
function toScalar({ source, value, type }: Scalar): YamlValue {
  if (type === Scalar.PLAIN && source !== undefined) {
    const digits = octal.exec(source);
    if (digits) return (digits[1] === "-" ? -1n : 1n) * BigInt(`0o${digits[2]}`);
    if (date.test(source)) return `${source} 00:00:00 +0000 UTC`;
  }
  return value as YamlValue;
}
