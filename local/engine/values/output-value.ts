import type { PropertyMap, PropertyValue, Urn } from "../model";
import { isMap, isSigned, mapChildren, secret, unknown } from "./values";

/**
 * Turns output values, which only remote components and calls receive, into what everything else understands: the
 * unknown sentinel, a secret or the bare value.
 */
export function downgrade(value: PropertyMap): PropertyMap;
export function downgrade(value: PropertyValue): PropertyValue;
export function downgrade(value: PropertyValue): PropertyValue {
  if (!isSigned(value, "output")) return mapChildren(value, downgrade);
  const held = "value" in value ? downgrade(value.value ?? null) : unknown;
  return value.secret === true ? secret(held) : held;
}

/** URNs of the resources that the output values within come from, each once. */
export function outputDependencies(value: PropertyValue | undefined): readonly Urn[] {
  const found = new Set<Urn>();
  const visit = (part: PropertyValue | undefined): void => {
    if (Array.isArray(part)) part.forEach(visit);
    if (!isMap(part)) return;
    if (isSigned(part, "output") && Array.isArray(part.dependencies))
      for (const urn of part.dependencies) if (typeof urn === "string") found.add(urn);
    Object.values(part).forEach(visit);
  };
  visit(value);
  return [...found];
}
