import { Secret, TOTP } from "otpauth";
import type { User } from "../users/directory";

/**
 * The authenticator apps of users: RFC 6238 as Cognito has it, six digits of SHA-1, a new code every 30 seconds. The code before and
 * the one after count too, and none counts twice.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-totp.html
 */
export class Authenticators {
  readonly #enrolled = new Map<string, { readonly secret: string; lastCounter: number }>();

  constructor(
    private readonly poolName: string,
    private readonly now: () => number = Date.now,
  ) {}

  /** A fresh secret in base32, of 160 bits. */
  static newSecret(): string {
    return new Secret({ size: 20 }).base32;
  }

  isEnrolled({ sub }: User): boolean {
    return this.#enrolled.has(sub);
  }

  /** @throws Error when the secret is not base32. */
  enrol({ sub }: User, secret: string): void {
    Secret.fromBase32(secret);
    this.#enrolled.set(sub, { secret, lastCounter: -1 });
  }

  /** What an app reads, from a QR code or as a link. */
  uri(user: User, secret: string): string {
    return this.#totp(secret, user.attributes.email ?? user.username).toString();
  }

  /** Whether a code proves that its owner has the secret; if so, the app is enrolled, and the code is used up. */
  enrolWith(user: User, secret: string, code: string): boolean {
    const counter = this.#counterOf(secret, code);
    if (counter === undefined) return false;
    this.#enrolled.set(user.sub, { secret, lastCounter: counter });
    return true;
  }

  /** Whether a code is right and was not used before; it is used up then. */
  verify({ sub }: User, code: string): boolean {
    const known = this.#enrolled.get(sub);
    const counter = known && this.#counterOf(known.secret, code);
    if (counter === undefined || counter <= known!.lastCounter) return false;
    known!.lastCounter = counter;
    return true;
  }

  /** The 30 seconds that a code belongs to; absent when it is wrong. */
  #counterOf(secret: string, code: string): number | undefined {
    const totp = this.#totp(secret);
    const timestamp = this.now();
    const delta = totp.validate({ token: code.replaceAll(" ", ""), timestamp, window: 1 });
    return delta === null ? undefined : totp.counter({ timestamp }) + delta;
  }

  #totp(secret: string, label = "user"): TOTP {
    return new TOTP({ issuer: this.poolName, label, secret: Secret.fromBase32(secret) });
  }
}
