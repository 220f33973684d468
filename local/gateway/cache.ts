/** Remembers values for a time, as API Gateway remembers authorizer answers. */
export class TtlCache<Value> {
  readonly #entries = new Map<string, { readonly value: Value; readonly until: number }>();
  readonly #now: () => number;

  /** @param now - Milliseconds since the epoch. */
  constructor(now: () => number) {
    this.#now = now;
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (this.#now() < entry.until) return entry.value;
    this.#entries.delete(key);
    return undefined;
  }

  /** @param ttl - Seconds; 0 remembers nothing. */
  set(key: string, value: Value, ttl: number): void {
    if (ttl > 0) this.#entries.set(key, { value, until: this.#now() + ttl * 1000 });
  }
}

/** One key from several parts, so that no two lists of parts share a key. */
export const cacheKey = (...parts: readonly string[]): string => JSON.stringify(parts);
