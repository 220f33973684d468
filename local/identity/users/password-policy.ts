import type { PropertyMap } from "../../engine/model";
import { flag, number } from "../pool/properties";

/** What a user pool asks of passwords. */
export interface PasswordPolicy {
  /** Characters. Default: 8. Limits: 6 to 99. */
  readonly minimumLength: number;
  readonly requireLowercase: boolean;
  readonly requireUppercase: boolean;
  readonly requireNumbers: boolean;
  readonly requireSymbols: boolean;
}

const maximumLength = 256;

/**
 * Reads a pool's `passwordPolicy`. A pool without one asks for eight characters of all four kinds; a policy that
 * leaves a kind out does not ask for it.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
 */
export function readPasswordPolicy(policy: PropertyMap): PasswordPolicy {
  const absent = Object.keys(policy).length === 0;
  return {
    minimumLength: number(policy, "minimumLength") ?? 8,
    requireLowercase: flag(policy, "requireLowercase") ?? absent,
    requireUppercase: flag(policy, "requireUppercase") ?? absent,
    requireNumbers: flag(policy, "requireNumbers") ?? absent,
    requireSymbols: flag(policy, "requireSymbols") ?? absent,
  };
}

/**
 * Everything that a password lacks, in one sentence; absent when it conforms. A space is a symbol, save at either end.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
 */
export function passwordFault(password: string, policy: PasswordPolicy): string | undefined {
  if (password.length > maximumLength) return `The password must have at most ${maximumLength} characters.`;
  if (password !== password.trim()) return "The password must not start or end with a space.";
  const missing = [
    ...(password.length < policy.minimumLength ? [`at least ${policy.minimumLength} characters`] : []),
    ...(policy.requireLowercase && !/[a-z]/.test(password) ? ["a lowercase letter"] : []),
    ...(policy.requireUppercase && !/[A-Z]/.test(password) ? ["an uppercase letter"] : []),
    ...(policy.requireNumbers && !/[0-9]/.test(password) ? ["a number"] : []),
    ...(policy.requireSymbols && !/[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/.test(password) ? ["a symbol"] : []),
  ];
  if (missing.length === 0) return undefined;
  return `The password must have ${new Intl.ListFormat("en-GB").format(missing)}.`;
}
