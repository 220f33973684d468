import { createHash, randomBytes } from "node:crypto";
import { EngineFault } from "../fault";
import type { PropertyMap, Urn } from "../model";
import type { Creation } from "../simulate/simulator";

/** The account of every simulated resource, unless the provider's `allowedAccountIds` names another. */
export const defaultAccount = "123456789012";

const lowerCaseAndDigits = "abcdefghijklmnopqrstuvwxyz0123456789";
const lettersAndDigits = `ABCDEFGHIJKLMNOPQRSTUVWXYZ${lowerCaseAndDigits}`;

export interface CreationOptions {
  readonly urn: Urn;
  readonly type: string;
  readonly name: string;
  /** Plain: no secrets' wrappers, no unknowns. */
  readonly inputs: PropertyMap;
  /** Undefined when nothing names one: only a simulator that asks for it needs it. */
  readonly region: string | undefined;
  readonly account: string;
  readonly lookup: Creation["lookup"];
}

/** A `Creation` that remembers whether its simulator drew something random. */
export interface TrackedCreation extends Creation {
  readonly wasRandom: boolean;
}

export function creationOf(options: CreationOptions, id = ""): TrackedCreation {
  const { region, ...rest } = options;
  let wasRandom = false;
  return {
    ...rest,
    id,
    get region() {
      if (region === undefined)
        throw new EngineFault(
          `${options.type} "${options.name}" is in no region; set aws:region in the stack's configuration`,
          options.urn,
        );
      return region;
    },
    get wasRandom() {
      return wasRandom;
    },
    unique: (length, { alphabet = lowerCaseAndDigits, salt = "" } = {}) =>
      uniqueText(`${options.urn}\n${salt}`, length, alphabet),
    random: (length) => {
      wasRandom = true;
      return pick(randomBytes(4 * length), length, lettersAndDigits);
    },
  };
}

/** The same text for the same seed, in every run and on every machine. */
export function uniqueText(seed: string, length: number, alphabet: string): string {
  const blocks = Array.from({ length: Math.ceil((4 * length) / 32) }, (_, index) =>
    createHash("sha256").update(`${index}\n${seed}`).digest(),
  );
  return pick(Buffer.concat(blocks), length, alphabet);
}

/** Four bytes a character: the bias of the remainder is then below one in sixty million. */
const pick = (bytes: Buffer, length: number, alphabet: string): string =>
  Array.from({ length }, (_, index) => alphabet[bytes.readUInt32BE(4 * index) % alphabet.length]).join("");

/** A UUID that is the same for the same seed. */
export function uniqueUuid(seed: string): string {
  const hex = uniqueText(seed, 32, "0123456789abcdef");
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)].join("-");
}
