import type { Settings } from "../config/schema";

/**
 * What threat protection does about a sign-in that it finds risky. Only the mode `enforced` acts on it; `audit` gets the same, so
 * that going over to `enforced` changes one word.
 * @returns undefined without threat protection
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html
 */
export function planRisk({ threatProtection, email }: Settings["userPool"]) {
  if (threatProtection.mode === "off") return undefined;
  const notify = email !== undefined;
  return {
    compromisedCredentialsRiskConfiguration: {
      actions: { eventAction: "BLOCK" },
      eventFilters: ["SIGN_IN", "SIGN_UP", "PASSWORD_CHANGE"],
    },
    accountTakeoverRiskConfiguration: {
      actions: {
        lowAction: { eventAction: "NO_ACTION", notify: false },
        mediumAction: { eventAction: "MFA_IF_CONFIGURED", notify },
        highAction: { eventAction: "BLOCK", notify },
      },
      // Cognito's own sender does not send these.
      ...(email && {
        notifyConfiguration: {
          from: email.from,
          sourceArn: email.sesIdentityArn,
          ...(email.replyTo !== undefined && { replyTo: email.replyTo }),
        },
      }),
    },
    riskExceptionConfiguration: {
      blockedIpRangeLists: [...threatProtection.blockedAddresses],
      skippedIpRangeLists: [...threatProtection.trustedAddresses],
    },
  };
}
