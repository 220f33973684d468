import type { PropertyMap, PropertyValue } from "../model";
import { isEqual, isMap, isSecret, isSigned, isUnknown, mapChildren, withoutInternals } from "../values";

/**
 * What differs between two maps, a line for each place, such as `kind: "REGIONAL" became "EDGE"`.
 * Secrets read `[secret]`, unknowns `<computed>`; keys that providers keep for themselves are left out.
 */
export const describeChanges = (before: PropertyMap, after: PropertyMap): readonly string[] =>
  changesWithin(withoutInternals(before), withoutInternals(after), "");

function changesWithin(before: PropertyMap, after: PropertyMap, prefix: string): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => {
    const [old, now] = [before[key], after[key]];
    const path = prefix + key;
    if (isEqual(old, now)) return [];
    if (isPlain(old) && isPlain(now)) return changesWithin(old, now, `${path}.`);
    if (now === undefined) return [`${path}: ${show(old)} was removed`];
    return [old === undefined ? `${path}: ${show(now)} was added` : `${path}: ${show(old)} became ${show(now)}`];
  });
}

const isPlain = (value: PropertyValue | undefined): value is PropertyMap =>
  isMap(value) && !isSecret(value) && !isSigned(value, "asset") && !isSigned(value, "archive");

const show = (value: PropertyValue | undefined): string => JSON.stringify(shown(value ?? null));

function shown(value: PropertyValue): PropertyValue {
  if (isSecret(value)) return "[secret]";
  return isUnknown(value) ? "<computed>" : mapChildren(value, shown);
}
