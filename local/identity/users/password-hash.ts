import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const keyLength = 32;
/** A quarter of Node.js's default: hashes never leave this process's memory, and people wait for each sign-in. */
const cost = { N: 2 ** 12 };

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)(password, salt, keyLength, cost);

/** A password as scrypt keeps it: it proves the password, and does not tell it. */
export interface PasswordHash {
  readonly salt: Buffer;
  readonly key: Buffer;
}

export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(16);
  return { salt, key: await derive(password, salt) };
}

/** Takes as long for a wrong password as for the right one. */
export async function provesPassword(password: string, { salt, key }: PasswordHash): Promise<boolean> {
  return timingSafeEqual(await derive(password, salt), key);
}
