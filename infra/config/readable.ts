/** Thrown, and caught here alone, when a rule reads what is not of its kind: there is nothing to judge. */
class Unreadable extends Error {}

/**
 * The same value, in which what is at fault is in no list of keys, and reading it ends the reader.
 * @param faulty paths such as `userPool.mfa.mode`
 */
export function readable<T>(value: T, faulty: ReadonlySet<string>, path = ""): T {
  if (typeof value !== "object" || value === null || faulty.size === 0) return value;
  const at = (key: string) => (path === "" ? key : `${path}.${key}`);
  return new Proxy(value, {
    get(target, key, receiver) {
      const inner = Reflect.get(target, key, receiver) as unknown;
      if (typeof key === "symbol" || typeof inner === "function") return inner;
      if (faulty.has(at(key))) throw new Unreadable(at(key));
      return readable(inner, faulty, at(key));
    },
    ownKeys: (target) => Reflect.ownKeys(target).filter((key) => typeof key === "symbol" || !faulty.has(at(key))),
  });
}

/** What a reader yields until it reads what is at fault. */
export function* untilUnreadable<T>(reader: () => Iterable<T>): Generator<T> {
  try {
    yield* reader();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
}
