import { Validator } from "@cfworker/json-schema";
import type { JsonSchema } from "../../infra/catalogue/define/request";

/** A place in a value, and what is wrong there. */
export interface SchemaFault {
  /** Such as `address.city`; empty: all of it. */
  readonly name: string;
  readonly message: string;
}

/** Everything about a value that its schema does not take, one sentence a place. */
export function schemaFaults(schema: JsonSchema, value: unknown): readonly SchemaFault[] {
  const faults = errorsOf(schema, value).flatMap(({ keyword, instanceLocation }): SchemaFault[] => {
    if (wrappers.has(keyword)) return [];
    const keys = keysOf(instanceLocation);
    const name = keys.join(".");
    if (keyword === "false") return [{ name, message: "is not known here" }];
    if (keyword === "wellFormed") return [{ name, message: "has a key that is not well-formed Unicode" }];
    const at = schemaAt(schema, keys);
    return keyword === "required"
      ? missing(at, valueAt(value, keys)).map((key) => ({ name: [...keys, key].join("."), message: "is missing" }))
      : [{ name, message: `must be ${describe(at)}` }];
  });
  return [...new Map(faults.map((fault) => [`${fault.name} ${fault.message}`, fault])).values()];
}

/** Keywords that say only that something further in is wrong, which is reported there. */
const wrappers = new Set(["properties", "additionalProperties", "items"]);

function errorsOf(schema: JsonSchema, value: unknown) {
  try {
    return validatorOf(schema).validate(value).errors;
  } catch (error) {
    // The validator writes keys as URIs, which half of a surrogate pair cannot be.
    if (error instanceof URIError) return [{ keyword: "wellFormed", instanceLocation: "#" }];
    throw error;
  }
}

const validators = new WeakMap<JsonSchema, Validator>();

function validatorOf(schema: JsonSchema): Validator {
  const known = validators.get(schema) ?? new Validator(schema as object, "4", false);
  validators.set(schema, known);
  return known;
}

/** What a schema takes, in words. */
export function describe(schema: JsonSchema): string {
  if (schema.enum) return `one of ${schema.enum.join(", ")}`;
  switch (schema.type) {
    case "string":
      return [
        `a text${range(schema.minLength, schema.maxLength, " of", " characters")}`,
        ...(schema.format === undefined ? [] : [`in the format ${schema.format}`]),
        ...(schema.pattern === undefined ? [] : [`that fits ${schema.pattern}`]),
      ].join(" ");
    case "integer":
      return `a whole number${range(schema.minimum, schema.maximum)}`;
    case "number":
      return `a number${range(schema.minimum, schema.maximum)}`;
    case "array":
      return `a list${range(schema.minItems, schema.maxItems, " of", " items")}`;
    case "object":
      return "an object";
    case "boolean":
      return "true or false";
  }
}

function range(from: number | undefined, to: number | undefined, between = " from", unit = ""): string {
  if (from !== undefined && to !== undefined) return `${between} ${from} to ${to}${unit}`;
  if (from !== undefined) return ` of at least ${from}${unit}`;
  return to === undefined ? "" : ` of at most ${to}${unit}`;
}

const missing = ({ required = [] }: JsonSchema, value: unknown) =>
  required.filter((key) => !Object.hasOwn(value as object, key));

/** The keys of a JSON pointer such as `#/address/city`. @see https://www.rfc-editor.org/rfc/rfc6901#section-6 */
const keysOf = (pointer: string): readonly string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"));

const schemaAt = (schema: JsonSchema, keys: readonly string[]): JsonSchema =>
  keys.reduce((at, key) => (at.type === "array" ? at.items! : at.properties![key]!), schema);

const valueAt = (value: unknown, keys: readonly string[]): unknown =>
  keys.reduce((at, key) => (at as Record<string, unknown>)[key], value);
