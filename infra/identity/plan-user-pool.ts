import type { Attribute } from "../catalogue/define/attribute";
import type { Settings } from "../config/schema";
import { planContact } from "./plan-contact";
import { planSchema } from "./plan-schema";
import { planSignIn } from "./plan-sign-in";

/**
 * What the user pool must get. Everything that matters is written out: an update replaces settings, it does not merge them.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html
 */
export function planUserPool({ userPool }: Settings, attributes: Readonly<Record<string, Attribute>>) {
  const { tier, threatProtection, deletionProtection } = userPool;
  return {
    pool: {
      userPoolTier: tier.toUpperCase(),
      ...planSignIn(userPool),
      ...planContact(userPool),
      schemas: planSchema(attributes),
      adminCreateUserConfig: { allowAdminCreateUserOnly: !userPool.selfSignUp },
      passwordPolicy: planPasswordPolicy(userPool),
      // The others know no threat protection, not even its absence.
      ...(tier === "plus" && { userPoolAddOns: { advancedSecurityMode: threatProtection.mode.toUpperCase() } }),
      deletionProtection: deletionProtection ? "ACTIVE" : "INACTIVE",
    },
    protect: deletionProtection,
  };
}

const planPasswordPolicy = ({ password, tier }: Settings["userPool"]) => ({
  minimumLength: password.minimumLength,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
  temporaryPasswordValidityDays: password.temporaryDays,
  ...(tier !== "lite" && { passwordHistorySize: password.history }),
});
