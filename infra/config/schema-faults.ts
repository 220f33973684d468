import { distance } from "fastest-levenshtein";
import { z } from "zod";
import { showFault } from "./faults";

/** One line for each value that is not of its field's kind: path, found value, expectation. */
export function listSchemaFaults(error: z.ZodError, found: unknown, schema: z.ZodType): string[] {
  return error.issues.flatMap((issue) => {
    const keys = issue.path.map(String);
    const path = keys.join(".");
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey([...keys, key], schema, found));
    if (issue.code === "invalid_key")
      return [`${path} has a name that cannot be used; expected ${issue.issues[0]!.message}`];
    return [showFault({ path, found: at(found, keys), sentence: `expected ${expectation(issue)}` })];
  });
}

/** Where a value is not of its field's kind, or there is no such field. Of an object whose variant is unknown nothing is. */
export const faultyPaths = ({ issues }: z.ZodError): ReadonlySet<string> =>
  new Set(
    issues.flatMap((issue) => {
      if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [...issue.path, key].join("."));
      return (issue.code === "invalid_union" ? issue.path.slice(0, -1) : issue.path).join(".");
    }),
  );

/** Zod names a nested object's own type; every field of ours says what it expects in plain words. */
const expectation = (issue: z.core.$ZodIssue) =>
  issue.code === "invalid_type" && ["object", "record"].includes(issue.expected)
    ? "settings of its own, one to a line"
    : issue.message;

function unknownKey(path: readonly string[], schema: z.ZodType, found: unknown): string {
  const key = path.at(-1)!;
  const known = keysAt(schema, path.slice(0, -1), found);
  const [nearest] = known
    .map((name) => ({ name, far: distance(name.toLowerCase(), key.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const isNear = nearest !== undefined && nearest.far <= Math.max(2, key.length / 3);
  const hint = isNear ? `did you mean ${nearest.name}?` : `known here: ${known.join(", ") || "nothing"}`;
  return `${path.join(".")} is not a setting; ${hint}`;
}

/** The keys that the schema knows at a path; of a union's variants, that of the value which is there. */
function keysAt(schema: z.ZodType, [first, ...rest]: readonly string[], found: unknown): string[] {
  const object = variant(unwrap(schema), found);
  const inner = first === undefined ? undefined : at(found, [first]);
  if (object instanceof z.ZodRecord)
    return first === undefined ? [] : keysAt(object.valueType as z.ZodType, rest, inner);
  if (!(object instanceof z.ZodObject)) return [];
  const shape = object.shape as Record<string, z.ZodType>;
  if (first === undefined) return Object.keys(shape);
  return shape[first] ? keysAt(shape[first], rest, inner) : [];
}

const unwrap = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional ? unwrap(schema.unwrap() as z.ZodType) : schema;

function variant(schema: z.ZodType, found: unknown): z.ZodType | undefined {
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema;
  const { discriminator } = schema.def;
  return (schema.options as z.ZodObject<Record<string, z.ZodType>>[]).find(
    ({ shape }) => shape[discriminator]?.safeParse(at(found, [discriminator])).success,
  );
}

const at = (value: unknown, [key, ...rest]: readonly string[]): unknown =>
  key === undefined ? value : at((value as Record<string, unknown> | null | undefined)?.[key], rest);
