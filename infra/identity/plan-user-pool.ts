import type { Settings } from "../config/schema";

/**
 * What the user pool must get. Everything that matters is written out: an update replaces settings, it does not merge them.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html
 */
export function planUserPool({ userPool, domainPrefix }: Settings) {
  return {
    pool: {
      userPoolTier: "ESSENTIALS",
      // Both are fixed at creation. https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-case-sensitivity.html
      usernameAttributes: ["email"],
      usernameConfiguration: { caseSensitive: false },
      autoVerifiedAttributes: ["email"],
      userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["email"] },
      accountRecoverySetting: { recoveryMechanisms: [{ name: "verified_email", priority: 1 }] },
      adminCreateUserConfig: { allowAdminCreateUserOnly: !userPool.selfSignUp },
      passwordPolicy: {
        minimumLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireNumbers: true,
        requireSymbols: true,
        temporaryPasswordValidityDays: 3,
      },
      mfaConfiguration: userPool.mfa.toUpperCase(),
      ...(userPool.mfa !== "off" && { softwareTokenMfaConfiguration: { enabled: true } }),
      deletionProtection: userPool.deletionProtection ? "ACTIVE" : "INACTIVE",
    },
    protect: userPool.deletionProtection,
    /** Version 2 is the managed login, which shows nothing to a client without branding. */
    domain: { domain: domainPrefix, managedLoginVersion: 2 },
  };
}
