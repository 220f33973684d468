import type { Settings } from "../config/schema";

type UserPool = Settings["userPool"];

/**
 * How the user pool reaches people: which addresses it has them verify, by what it lets them recover, and who sends.
 * An address that matters is verified at sign-up, and a new one before it replaces the old: else a mistyped or stolen session's
 * address would get the codes.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-email-phone-verification.html
 */
export function planContact(userPool: UserPool) {
  const verified = verifiedAttributes(userPool);
  return {
    autoVerifiedAttributes: verified,
    userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: verified },
    verificationMessageTemplate: { defaultEmailOption: "CONFIRM_WITH_CODE" },
    accountRecoverySetting: { recoveryMechanisms: recoveryMechanisms(userPool) },
    emailConfiguration: emailConfiguration(userPool),
  };
}

/** What people sign in with, recover by or get codes at. */
function verifiedAttributes({ signIn, recovery, mfa, firstFactors }: UserPool): string[] {
  const names: readonly string[] = signIn.with === "attribute" ? signIn.attributes : signIn.aliases;
  const factors = mfa.mode === "off" ? [] : mfa.factors;
  const usesEmail =
    names.includes("email") ||
    recovery.includes("email") ||
    factors.includes("email") ||
    firstFactors.includes("emailCode");
  const usesPhone =
    names.includes("phone") ||
    recovery.includes("phone") ||
    factors.includes("sms") ||
    firstFactors.includes("smsCode");
  return [...(usesEmail ? ["email"] : []), ...(usesPhone ? ["phone_number"] : [])];
}

/** Unset means a legacy order of its own in AWS, so nobody's choice is written out: administrators alone. */
function recoveryMechanisms({ recovery }: UserPool) {
  if (recovery.length === 0) return [{ name: "admin_only", priority: 1 }];
  return recovery.map((by, index) => ({
    name: by === "email" ? "verified_email" : "verified_phone_number",
    priority: index + 1,
  }));
}

function emailConfiguration({ email }: UserPool) {
  if (!email) return { emailSendingAccount: "COGNITO_DEFAULT" };
  return {
    emailSendingAccount: "DEVELOPER",
    fromEmailAddress: email.from,
    sourceArn: email.sesIdentityArn,
    ...(email.replyTo !== undefined && { replyToEmailAddress: email.replyTo }),
  };
}
