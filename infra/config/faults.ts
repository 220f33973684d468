import { distance } from "fastest-levenshtein";
import type { z } from "zod";

/** One line for each thing that is wrong: path, found value, expectation. */
export function listFaults(error: z.ZodError, found: unknown, schema: z.ZodType): string[] {
  return error.issues.flatMap((issue) => {
    const keys = issue.path.map(String);
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey([...keys, key], schema));
    const value = at(found, keys);
    const expected = `expected ${expectation(issue)}`;
    return [
      value === undefined
        ? `${keys.join(".")} is missing; ${expected}`
        : `${keys.join(".")} is ${show(value)}; ${expected}`,
    ];
  });
}

/** Zod names a nested object's own type; every field of ours says what it expects in plain words. */
const expectation = (issue: z.core.$ZodIssue) =>
  issue.code === "invalid_type" && issue.expected === "object" ? "settings of its own, one to a line" : issue.message;

function unknownKey(path: readonly string[], schema: z.ZodType): string {
  const key = path.at(-1)!;
  const known = keysAt(schema, path.slice(0, -1));
  const [nearest] = known
    .map((name) => ({ name, far: distance(name.toLowerCase(), key.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const isNear = nearest !== undefined && nearest.far <= Math.max(2, key.length / 3);
  const hint = isNear ? `did you mean ${nearest.name}?` : `known here: ${known.join(", ") || "nothing"}`;
  return `${path.join(".")} is not a setting; ${hint}`;
}

function keysAt(schema: z.ZodType, path: readonly string[]): string[] {
  const object = unwrap(schema);
  if (!("shape" in object)) return [];
  const shape = object.shape as Record<string, z.ZodType>;
  const [first, ...rest] = path;
  return first === undefined ? Object.keys(shape) : shape[first] ? keysAt(shape[first], rest) : [];
}

const unwrap = (schema: z.ZodType): z.ZodType =>
  "unwrap" in schema ? unwrap((schema as z.ZodOptional<z.ZodType>).unwrap()) : schema;

const at = (value: unknown, [key, ...rest]: readonly string[]): unknown =>
  key === undefined ? value : at((value as Record<string, unknown> | undefined)?.[key], rest);

const show = (value: unknown) => {
  const shown = JSON.stringify(value);
  return shown.length > 80 ? `${shown.slice(0, 77)}...` : shown;
};
