import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import type { Attribute } from "../../infra/catalogue/define/attribute";

/** What of an attribute AWS keeps for good: everything but its description. */
export type Locked = Omit<Attribute, "description">;
export type Lock = Readonly<Record<string, Locked>>;

export const lockFile = "tests/golden/attributes.lock.json";

export const readLock = (): Lock => JSON.parse(readFileSync(lockFile, "utf8"));

const locked = ({ description: _, ...rest }: Attribute): Locked => rest;

/** Every way in which the declared attributes are not what the lock allows, each with what to do. */
export function faultsAgainst(lock: Lock, attributes: Readonly<Record<string, Attribute>>): string[] {
  const kept = Object.entries(lock).flatMap(([name, was]) => {
    const is = attributes[name];
    if (!is) return [`custom:${name} is gone; user pools that exist keep it for good, so put it back`];
    if (isDeepStrictEqual(locked(is), was)) return [];
    const [before, now] = [was, locked(is)].map((value) => JSON.stringify(value));
    return [
      `custom:${name} was ${before} and is ${now}; the change would replace the user pool and lose every account, so put it back and add an attribute beside it`,
    ];
  });
  const added = Object.keys(attributes)
    .filter((name) => !(name in lock))
    .map((name) => `custom:${name} is not in ${lockFile}; npm run golden adds it, and from then on it stays as it is`);
  return [...kept, ...added];
}

/** The lock with what was added, and nothing of it changed or removed. */
export function extend(lock: Lock, attributes: Readonly<Record<string, Attribute>>): Lock {
  const all = Object.entries(attributes).map(([name, attribute]) => [name, locked(attribute)] as const);
  return { ...Object.fromEntries(all), ...lock };
}
