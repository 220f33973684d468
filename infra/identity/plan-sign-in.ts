import type { Settings } from "../config/schema";

type UserPool = Settings["userPool"];

const attributeNames = { email: "email", phone: "phone_number", preferredUsername: "preferred_username" } as const;
const firstFactors = {
  password: "PASSWORD",
  passkey: "WEB_AUTHN",
  emailCode: "EMAIL_OTP",
  smsCode: "SMS_OTP",
} as const;

/**
 * With what, and with how much proof, people sign in.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html
 */
export function planSignIn(userPool: UserPool) {
  const { signIn, passkeys, tier, devices } = userPool;
  return {
    // Names and their case are fixed at creation. https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-case-sensitivity.html
    ...(signIn.with === "attribute"
      ? { usernameAttributes: signIn.attributes.map((name) => attributeNames[name]) }
      : { aliasAttributes: signIn.aliases.map((name) => attributeNames[name]) }),
    usernameConfiguration: { caseSensitive: false },
    // Without ESSENTIALS there is no choice of first factors, and Amazon Cognito refuses to be told of one.
    ...(tier !== "lite" && {
      signInPolicy: { allowedFirstAuthFactors: userPool.firstFactors.map((f) => firstFactors[f]) },
    }),
    ...(passkeys && { webAuthnConfiguration: { ...passkeys } }),
    ...planSecondFactors(userPool),
    // Any value turns remembering on: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeviceConfigurationType.html
    ...(devices !== "never" && {
      deviceConfiguration: {
        challengeRequiredOnNewDevice: true,
        deviceOnlyRememberedOnUserPrompt: devices === "optIn",
      },
    }),
  };
}

/** SMS is among them by having `smsConfiguration`; it has no switch of its own. */
function planSecondFactors({ mfa }: UserPool) {
  const has = (factor: UserPool["mfa"]["factors"][number]) => mfa.mode !== "off" && mfa.factors.includes(factor);
  return {
    mfaConfiguration: mfa.mode.toUpperCase(),
    ...(mfa.mode !== "off" && { softwareTokenMfaConfiguration: { enabled: has("totp") } }),
    ...(has("email") && {
      emailMfaConfiguration: { subject: "Your sign-in code", message: "Your sign-in code is {####}." },
    }),
  };
}
