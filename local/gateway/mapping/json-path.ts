import { NotSimulated } from "./not-simulated";

const step = /^(?:\.([\w$-]+)|\['([^']*)'\]|\["([^"]*)"\]|\[(\d+)\])/;

/**
 * The value at a JSON path: `$`, members (`.name`, `['name']`) and places in lists (`[0]`). Undefined where there is none.
 * Wildcards, slices, filters and recursive descent, which mapping templates of AWS know, are not simulated.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 * @throws {NotSimulated} for any other path
 */
export function jsonPath(root: unknown, path: string): unknown {
  let value = root;
  let rest = path.startsWith("$") ? path.slice(1) : `.${path}`;
  while (rest !== "") {
    const [whole, ...names] = step.exec(rest) ?? [];
    const name = names.find((one) => one !== undefined);
    if (whole === undefined || name === undefined) throw new NotSimulated(`The JSON path ${path}`);
    value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
    rest = rest.slice(whole.length);
  }
  return value;
}

/** The value as text: strings as they are, everything else as JSON. Undefined for what is absent or null. */
export const asText = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : typeof value === "string" ? value : JSON.stringify(value);

/** A body as JSON, or undefined where it is none. */
export function parseJson(body: Buffer | string): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
