import { FederationError } from "./fault";

/**
 * How long a person may take at the provider.
 * Unit: milliseconds. Cognito waits five minutes.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-saml-idp-authentication.html
 */
export const patience = 5 * 60_000;
/** How long what was used or forgotten is still told from what never was. Unit: milliseconds. */
const memory = 60 * 60_000;

/** Sign-ins that were sent to providers and have not come back. Each is taken once. */
export class Requests<T> {
  readonly #entries = new Map<string, { readonly value: T; readonly expires: number; used: boolean }>();

  constructor(private readonly now: () => number = Date.now) {}

  open(key: string, value: T): void {
    for (const [old, { expires }] of this.#entries) if (expires + memory <= this.now()) this.#entries.delete(old);
    this.#entries.set(key, { value, expires: this.now() + patience, used: false });
  }

  /** Absent when there never was such a request. */
  take(key: string): T | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (entry.used) {
      throw new FederationError("replayed", "This answer was given before; each is taken once. Sign in again.");
    }
    entry.used = true;
    if (entry.expires <= this.now()) {
      throw new FederationError("expired", "The sign-in took longer than five minutes. Sign in again.");
    }
    return entry.value;
  }
}
