/** How long a sign-in may take. Unit: milliseconds. */
const lifetime = 15 * 60_000;

/** Things that wait for their sign-in to go on, by its id; gone after a quarter of an hour, as the sign-in itself is. */
export class Pending<T> {
  readonly #waiting = new Map<string, { readonly value: T; readonly until: number }>();

  constructor(private readonly now: () => number = Date.now) {}

  set(uid: string, value: T): void {
    for (const [old, { until }] of this.#waiting) if (until <= this.now()) this.#waiting.delete(old);
    this.#waiting.set(uid, { value, until: this.now() + lifetime });
  }

  get(uid: string): T | undefined {
    const found = this.#waiting.get(uid);
    return found && found.until > this.now() ? found.value : undefined;
  }

  /** Gives it once. */
  take(uid: string): T | undefined {
    const value = this.get(uid);
    this.#waiting.delete(uid);
    return value;
  }
}
