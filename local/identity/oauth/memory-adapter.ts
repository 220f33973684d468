import type { Adapter, AdapterPayload } from "oidc-provider";

/**
 * Where oidc-provider keeps one kind of thing (sessions, codes, refresh tokens, ...): in memory, until it expires.
 * With `graceSeconds`, what is consumed lives on for that long and then is gone, which is how Cognito rotates refresh
 * tokens; oidc-provider would otherwise end the whole sign-in when an old one comes back.
 */
export class MemoryAdapter implements Adapter {
  readonly #entries = new Map<string, { payload: AdapterPayload; expires: number }>();

  constructor(
    private readonly graceSeconds?: (payload: AdapterPayload) => number,
    private readonly now: () => number = Date.now,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    this.#sweep();
    const expires = expiresIn === undefined ? Number.POSITIVE_INFINITY : this.now() + expiresIn * 1000;
    this.#entries.set(id, { payload, expires });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const entry = this.#entries.get(id);
    return entry && entry.expires > this.now() ? entry.payload : undefined;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    this.#sweep();
    return [...this.#entries.values()].find(({ payload }) => payload.uid === uid)?.payload;
  }

  /** Device codes are the only things with user codes, and Cognito has none. */
  async findByUserCode(): Promise<undefined> {}

  async consume(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    if (!entry) return;
    if (this.graceSeconds) {
      entry.expires = Math.min(entry.expires, this.now() + this.graceSeconds(entry.payload) * 1000);
    } else {
      entry.payload = { ...entry.payload, consumed: Math.floor(this.now() / 1000) };
    }
  }

  async destroy(id: string): Promise<void> {
    this.#entries.delete(id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.#entries) if (payload.grantId === grantId) this.#entries.delete(id);
  }

  #sweep(): void {
    for (const [id, { expires }] of this.#entries) if (expires <= this.now()) this.#entries.delete(id);
  }
}
