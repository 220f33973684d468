import type { PropertyMap, PropertyValue, Urn } from "../model";

/**
 * Stands for a value that only the cloud can compute, in a preview.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/plugin/rpc.go
 */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Its presence as a key says that an object is one of `signatures`, not a plain map. */
export const signatureKey = "4dabf18193072939515e22adb298388d";

/** @see https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/sig/sig.go */
export const signatures = {
  secret: "1b47061264138c4ac30d75fd1eb44270",
  asset: "c44067f5952c0a294b673a41bacd8c17",
  archive: "0def7320c3a5731c473e5ecbe6d01bc7",
  resource: "5cf8f73096256a8f31e491e813e4eb8e",
  output: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
} as const;

export type SignatureName = keyof typeof signatures;

/** A map that is more than a map. */
export interface SignedValue extends PropertyMap {
  [signatureKey]: string;
}

/** True for the sentinel itself; see `containsUnknown` for values that hold one. */
export const isUnknown = (value: PropertyValue | undefined): boolean => value === unknown;

/** True for a map, signed or not; false for lists, null and scalars. */
export const isMap = (value: PropertyValue | undefined): value is PropertyMap =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** True for an object with the signature of that name. */
export const isSigned = (value: PropertyValue | undefined, name: SignatureName): value is SignedValue =>
  isMap(value) && value[signatureKey] === signatures[name];

export const isSecret = (value: PropertyValue | undefined): value is SignedValue => isSigned(value, "secret");

/** Marks a value as secret; a secret stays as it is. */
export const secret = (value: PropertyValue): PropertyMap =>
  isSecret(value) ? value : { [signatureKey]: signatures.secret, value };

/** Opens one wrapper of a secret; anything else stays as it is. */
export const opened = (value: PropertyValue): PropertyValue => (isSecret(value) ? (value.value ?? null) : value);

/** A reference to a resource. `id` is empty while it is unknown, and absent for components. */
export const resourceReference = (urn: Urn, id?: string): PropertyMap => ({
  [signatureKey]: signatures.resource,
  urn,
  ...(id === undefined ? {} : { id }),
});

/** Applies a change to every child of a list or map; scalars have none. Signed objects are maps too. */
export function mapChildren(value: PropertyValue, change: (child: PropertyValue) => PropertyValue): PropertyValue {
  if (Array.isArray(value)) return value.map(change);
  return isMap(value) ? mapValues(value, change) : value;
}

export const mapValues = (
  map: PropertyMap,
  change: (value: PropertyValue, key: string) => PropertyValue,
): PropertyMap => Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));

/** Whether the value, or anything within it, meets the condition. */
export function some(value: PropertyValue | undefined, condition: (value: PropertyValue) => boolean): boolean {
  if (value === undefined) return false;
  if (condition(value)) return true;
  if (Array.isArray(value)) return value.some((child) => some(child, condition));
  return isMap(value) && Object.values(value).some((child) => some(child, condition));
}

export const containsUnknown = (value: PropertyValue | undefined): boolean => some(value, isUnknown);
export const containsSecret = (value: PropertyValue | undefined): boolean => some(value, isSecret);

/**
 * A value as a provider that knows neither secrets nor references sees it: secrets are opened, a resource reference is
 * its id (its URN for a component), an output value is what it holds. Unknowns, assets and archives stay.
 */
export function plain(value: PropertyMap): PropertyMap;
export function plain(value: PropertyValue): PropertyValue;
export function plain(value: PropertyValue): PropertyValue {
  if (isSecret(value)) return plain(value.value ?? null);
  if (isSigned(value, "output")) return "value" in value ? plain(value.value ?? null) : unknown;
  return mapChildren(flattenReference(value), plain);
}

/** References become ids, as they do for policies and for providers that do not accept references; secrets stay. */
export function withoutReferences(value: PropertyMap): PropertyMap;
export function withoutReferences(value: PropertyValue): PropertyValue;
export function withoutReferences(value: PropertyValue): PropertyValue {
  return mapChildren(flattenReference(value), withoutReferences);
}

function flattenReference(value: PropertyValue): PropertyValue {
  if (!isSigned(value, "resource")) return value;
  if (!("id" in value)) return value.urn ?? null;
  return value.id === "" ? unknown : (value.id ?? unknown);
}

/** Drops the keys that providers keep for themselves, such as `__defaults`. */
export const withoutInternals = (map: PropertyMap): PropertyMap =>
  Object.fromEntries(Object.entries(map).filter(([key]) => !key.startsWith("__")));

/** Structural equality; the order of keys does not count. */
export function isEqual(one: PropertyValue | undefined, other: PropertyValue | undefined): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => isEqual(value, other[index]));
  if (!isMap(one) || !isMap(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length && keys.every((key) => key in other && isEqual(one[key], other[key]))
  );
}
