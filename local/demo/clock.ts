/** A clock that can be put forward, so that nobody waits for a cache to forget. */
export class Clock {
  #ahead = 0;

  /** Milliseconds since the epoch. */
  readonly now = () => Date.now() + this.#ahead;

  /** @param seconds - How far to put it forward. */
  advance(seconds: number) {
    this.#ahead += seconds * 1000;
  }
}
