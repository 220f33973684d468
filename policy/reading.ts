class Unknown {
  declare private readonly kind: "unknown";
}

class Opaque {
  declare private readonly kind: "opaque";
}

/** A value that the engine does not know yet: in a preview, what AWS will compute. */
export const unknownValue = Object.freeze(new Unknown());

/** A value that is there but has no content for a policy: an asset or an archive. */
export const opaque = Object.freeze(new Opaque());

export type PropertyValue =
  | null
  | boolean
  | number
  | string
  | Unknown
  | Opaque
  | readonly PropertyValue[]
  | { readonly [key: string]: PropertyValue };

export type Properties = { readonly [key: string]: PropertyValue };

/**
 * What can be said of one property. Every check must answer for all three: what if it is absent, what if it is unknown?
 * Null, undefined and the empty text are absent: none of them names anything.
 */
export type Reading =
  | { readonly state: "known"; readonly value: Exclude<PropertyValue, null | Unknown> }
  | { readonly state: "unknown" }
  | { readonly state: "absent" };

/**
 * Reads the property at a path, such as `read(properties, "corsConfiguration", "allowOrigins", 0)`.
 * What lies below an unknown is unknown; what lies below an absent or scalar value is absent.
 */
export function read(properties: Properties, ...path: readonly (string | number)[]): Reading {
  let value: PropertyValue = properties;
  for (const key of path) {
    if (value instanceof Unknown) break;
    value = child(value, key);
  }
  if (value instanceof Unknown) return { state: "unknown" };
  if (value === null || value === "") return { state: "absent" };
  return { state: "known", value };
}

/** The text at a path, or undefined when it is unknown, absent or no text: for checks that treat these alike. */
export function readText(properties: Properties, ...path: readonly (string | number)[]): string | undefined {
  const reading = read(properties, ...path);
  return reading.state === "known" && typeof reading.value === "string" ? reading.value : undefined;
}

function child(value: PropertyValue, key: string | number): PropertyValue {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return null;
  return (value as Readonly<Record<string | number, PropertyValue>>)[key] ?? null;
}
