import type { PropertyMap } from "../../engine/model";
import { flag, map, text } from "./properties";

/** A pool's second factor. */
export interface Mfa {
  /** `OPTIONAL` asks those who have enrolled; `ON` enrols everybody at their next sign-in. Default in AWS: `OFF`. */
  readonly mode: "OFF" | "OPTIONAL" | "ON";
  /** Whether authenticator apps are a factor: the only one played here. */
  readonly totp: boolean;
}

export function readMfa(pool: PropertyMap): Mfa {
  const mode = text(pool, "mfaConfiguration");
  return {
    mode: mode === "ON" || mode === "OPTIONAL" ? mode : "OFF",
    totp: flag(map(pool, "softwareTokenMfaConfiguration"), "enabled") === true,
  };
}
