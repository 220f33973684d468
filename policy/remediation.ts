import { sentinel } from "./opening";
import { type Properties, type PropertyValue, unknownValue } from "./reading";

/**
 * Writes a remediation's changes into the SDK's view of a resource, and says whether there were any.
 *
 * The view is changed rather than copied: behind it lie the engine's marks of unknown values and secrets, which a copy
 * of what a policy can read would lose. A value that is the very one that was read is no change; an object is changed
 * key by key, so that what it holds beside the change stays untouched.
 * @see https://github.com/pulumi/pulumi-policy/blob/main/sdk/nodejs/policy/secret.ts
 */
export function applyChanges(view: Record<string, unknown>, before: Properties, changes: Properties): boolean {
  let changed = false;
  for (const [key, value] of Object.entries(changes)) {
    const old = before[key] ?? null;
    if (value === old) continue;
    if (isRecord(value) && isRecord(old)) {
      changed = applyChanges(view[key] as Record<string, unknown>, old, value) || changed;
      continue;
    }
    view[key] = wire(value);
    changed = true;
  }
  return changed;
}

function wire(value: PropertyValue): PropertyValue {
  if (value === unknownValue) return sentinel;
  if (Array.isArray(value)) return value.map(wire);
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wire(item)]));
  return value;
}

function isRecord(value: PropertyValue): value is Properties {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.getPrototypeOf(value) === Object.prototype
  );
}
