import type { PropertyMap, PropertyValue } from "../model";
import { isMap } from "./values";

/** One step into a value: the key of a map, the index of a list, or `*` for all of them. */
export type PathStep = string | number;

/**
 * Reads a path such as `root.nested[0]["a key"]` or `tags[*]`.
 * @returns undefined when it is none.
 * @see https://www.pulumi.com/docs/iac/concepts/options/ignorechanges/
 */
export function parsePath(text: string): readonly PathStep[] | undefined {
  const steps: PathStep[] = [];
  let rest = text;
  while (rest !== "") {
    const match = /^\.?\["((?:[^"\\]|\\.)*)"\]/.exec(rest) ?? /^\[(\d+|\*)\]/.exec(rest) ?? /^\.?([^.[\]]+)/.exec(rest);
    if (!match || (steps.length === 0 && rest.startsWith("."))) return undefined;
    const [whole, step = ""] = match;
    const isIndex = whole.startsWith("[") && /^\d+$/.test(step);
    steps.push(isIndex ? Number(step) : step.replace(/\\(.)/g, "$1"));
    rest = rest.slice(whole.length);
  }
  return steps.length > 0 ? steps : undefined;
}

/**
 * Gives what lies at the path the value that it had before.
 * @returns undefined when that cannot be: an element of a list was added or removed, or there is no such place.
 */
export function restore(now: PropertyMap, before: PropertyMap, path: readonly PathStep[]): PropertyMap | undefined {
  const restored = restoreAt(now, before, path);
  return restored !== failed && isMap(restored) ? restored : undefined;
}

const failed = Symbol("the path does not lead anywhere");

function restoreAt(
  now: PropertyValue | undefined,
  before: PropertyValue | undefined,
  path: readonly PathStep[],
): PropertyValue | undefined | typeof failed {
  const [step, ...rest] = path;
  if (step === undefined) return before;
  if (Array.isArray(now) && Array.isArray(before)) return restoreInList(now, before, step, rest);
  if (!isMap(now) || !isMap(before) || typeof step === "number") return failed;
  const keys = step === "*" ? [...new Set([...Object.keys(now), ...Object.keys(before)])] : [step];
  const result: PropertyMap = { ...now };
  for (const key of keys) {
    if (rest.length > 0 && !(key in now) && !(key in before)) continue;
    const value = restoreAt(now[key], before[key], rest);
    if (value === failed) return failed;
    if (value === undefined) delete result[key];
    else result[key] = value;
  }
  return result;
}

function restoreInList(now: PropertyValue[], before: PropertyValue[], step: PathStep, rest: readonly PathStep[]) {
  const indices = step === "*" ? now.map((_, index) => index) : [Number(step)];
  if (step === "*" && now.length !== before.length) return failed;
  const result = [...now];
  for (const index of indices) {
    if (!(index in now) || !(index in before)) return failed;
    const value = restoreAt(now[index], before[index], rest);
    if (value === failed || value === undefined) return failed;
    result[index] = value;
  }
  return result;
}
