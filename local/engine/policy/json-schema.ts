import type { PropertyMap, PropertyValue } from "../model";
import { isEqual, isMap } from "../values";

/** A JSON schema as a pack sends it. */
export type Schema = PropertyMap;

/**
 * Every place in which a value is not what a JSON schema asks for, each as one sentence that begins with the path.
 * It knows the keywords that `@pulumi/policy` has types for, which are those of draft 7 without `$ref`, `if` and the
 * combinations; of formats, `date`, `date-time` and `uri`. As in JSON schema, other keywords and formats hold always.
 * @param path of the value, such as `policy-name.key`
 * @see https://github.com/pulumi/pulumi-policy/blob/main/sdk/nodejs/policy/schema.ts
 * @see https://json-schema.org/draft-07/json-schema-validation
 */
export function schemaFaults(schema: PropertyValue | undefined, value: PropertyValue, path: string): string[] {
  if (schema === false) return [`${path} is ${show(value)}; nothing is expected there`];
  if (!isMap(schema)) return [];
  const expectations = [...ofAny(schema, value), ...ofScalar(schema, value), ...ofContainer(schema, value)];
  const note = typeof schema.description === "string" ? ` (${schema.description})` : "";
  return [
    ...expectations.map((expectation) => `${path} is ${show(value)}; expected ${expectation}${note}`),
    ...(Array.isArray(value) ? withinList(schema, value, path) : []),
    ...(isMap(value) ? withinMap(schema, value, path) : []),
  ];
}

/** What was found, short enough for one line. */
export function show(value: PropertyValue): string {
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  if (isMap(value)) return "an object";
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}...` : text;
}

const articles: Readonly<Record<string, string>> = {
  array: "a list",
  boolean: "true or false",
  integer: "a whole number",
  null: "null",
  number: "a number",
  object: "an object",
  string: "a text",
};

function ofAny({ type, enum: choices, const: only }: Schema, value: PropertyValue): string[] {
  const types = listOf(type).map(String);
  if (types.length > 0 && !types.some((one) => hasType(one, value)))
    return [types.map((one) => articles[one] ?? one).join(" or ")];
  if (Array.isArray(choices) && !choices.some((choice) => isEqual(choice, value)))
    return [`one of ${choices.map((choice) => JSON.stringify(choice)).join(", ")}`];
  return only === undefined || isEqual(only, value) ? [] : [JSON.stringify(only)];
}

function hasType(type: string, value: PropertyValue): boolean {
  switch (type) {
    case "array":
      return Array.isArray(value);
    case "object":
      return isMap(value);
    case "null":
      return value === null;
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

type Rule = readonly [keyword: string, holds: (limit: number) => boolean, expectation: (limit: number) => string];

function ofScalar(schema: Schema, value: PropertyValue): string[] {
  if (typeof value === "number")
    return broken(schema, [
      ["minimum", (limit) => value >= limit, (limit) => `${limit} or more`],
      ["maximum", (limit) => value <= limit, (limit) => `${limit} or less`],
      ["exclusiveMinimum", (limit) => value > limit, (limit) => `more than ${limit}`],
      ["exclusiveMaximum", (limit) => value < limit, (limit) => `less than ${limit}`],
      ["multipleOf", (limit) => isMultiple(value, limit), (limit) => `a multiple of ${limit}`],
    ]);
  if (typeof value !== "string") return [];
  const { pattern, format } = schema;
  const length = [...value].length;
  return [
    ...broken(schema, [
      ["minLength", (limit) => length >= limit, (limit) => `${limit} characters or more`],
      ["maxLength", (limit) => length <= limit, (limit) => `${limit} characters or less`],
    ]),
    ...(typeof pattern === "string" && !new RegExp(pattern).test(value) ? [`a text like ${pattern}`] : []),
    ...(typeof format === "string" && formats[format]?.(value) === false ? [`a text of the format ${format}`] : []),
  ];
}

const isMultiple = (value: number, of: number): boolean => {
  const times = value / of;
  return Math.abs(times - Math.round(times)) < 1e-9 * Math.max(1, Math.abs(times));
};

const formats: Readonly<Record<string, (text: string) => boolean>> = {
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && isDay(text),
  "date-time": (text) => /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d/.test(text) && !Number.isNaN(Date.parse(text)),
  uri: (text) => URL.canParse(text),
};

/** Date.parse takes February 30th for March 2nd. */
const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

function ofContainer(schema: Schema, value: PropertyValue): string[] {
  if (Array.isArray(value)) {
    const unlike = value.some((item, index) => value.slice(0, index).some((other) => isEqual(item, other)));
    const contained =
      schema.contains === undefined || value.some((item) => schemaFaults(schema.contains, item, "").length === 0);
    return [
      ...broken(schema, [
        ["minItems", (limit) => value.length >= limit, (limit) => `${limit} items or more`],
        ["maxItems", (limit) => value.length <= limit, (limit) => `${limit} items or less`],
      ]),
      ...(schema.uniqueItems === true && unlike ? ["items that all differ"] : []),
      ...(contained ? [] : ["an item of another kind among them"]),
    ];
  }
  if (!isMap(value)) return [];
  const size = Object.keys(value).length;
  return broken(schema, [
    ["minProperties", (limit) => size >= limit, (limit) => `${limit} keys or more`],
    ["maxProperties", (limit) => size <= limit, (limit) => `${limit} keys or less`],
  ]);
}

const broken = (schema: Schema, rules: readonly Rule[]): string[] =>
  rules.flatMap(([keyword, holds, expectation]) => {
    const limit = schema[keyword];
    return typeof limit === "number" && !holds(limit) ? [expectation(limit)] : [];
  });

function withinList({ items, additionalItems }: Schema, value: readonly PropertyValue[], path: string): string[] {
  return value.flatMap((item, index) => {
    const schema = Array.isArray(items) ? (index < items.length ? items[index] : additionalItems) : items;
    return schemaFaults(schema, item, `${path}[${index}]`);
  });
}

function withinMap(schema: Schema, value: PropertyMap, path: string): string[] {
  const { properties, patternProperties, additionalProperties, propertyNames, dependencies, required } = schema;
  const known = isMap(properties) ? properties : {};
  const patterns = Object.entries(isMap(patternProperties) ? patternProperties : {});
  const within = Object.entries(value).flatMap(([key, child]) => {
    const own = Object.hasOwn(known, key) ? [known[key]] : [];
    const matching = patterns.filter(([pattern]) => new RegExp(pattern).test(key)).map(([, one]) => one);
    const schemas = [...own, ...matching];
    const place = `${path}.${key}`;
    if (schemas.length === 0 && additionalProperties === false)
      return [`${place} is not a setting; expected ${Object.keys(known).join(", ") || "no key"}`];
    return [
      ...schemaFaults(propertyNames, key, place),
      ...(schemas.length === 0 ? [additionalProperties] : schemas).flatMap((one) => schemaFaults(one, child, place)),
    ];
  });
  const needed = Object.entries(isMap(dependencies) ? dependencies : {}).filter(([key]) => key in value);
  return [
    ...within,
    ...listOf(required).flatMap((key) => missing(known, value, path, String(key))),
    ...needed.flatMap(([key, other]) =>
      Array.isArray(other)
        ? other.flatMap((one) => missing(known, value, path, String(one), ` beside ${key}`))
        : schemaFaults(other, value, path),
    ),
  ];
}

function missing(known: PropertyMap, value: PropertyMap, path: string, key: string, why = ""): string[] {
  if (Object.hasOwn(value, key)) return [];
  const schema = known[key];
  const { type, description } = isMap(schema) ? schema : {};
  const expected = typeof description === "string" ? description : articles[String(type)];
  return [`${path}.${key} is missing; it is required${why}${expected ? `, expected ${expected}` : ""}`];
}

const listOf = (value: PropertyValue | undefined): readonly PropertyValue[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
