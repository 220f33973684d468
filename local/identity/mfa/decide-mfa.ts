import type { Mfa } from "../pool/mfa";

/** What stands between a password and the end of a sign-in. `unavailable`: a factor that is not played here. */
export type MfaStep = "none" | "code" | "enrol" | "unavailable";

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html */
export function decideMfa({ mode, totp }: Mfa, enrolled: boolean): MfaStep {
  if (mode === "OFF" || (mode === "OPTIONAL" && !(enrolled && totp))) return "none";
  if (!totp) return "unavailable";
  return enrolled ? "code" : "enrol";
}
