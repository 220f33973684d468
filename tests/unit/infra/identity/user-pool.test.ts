import assert from "node:assert/strict";
import { attributes } from "../../../../infra/catalogue/attributes";
import type { Settings } from "../../../../infra/config/schema";
import { planUserPool } from "../../../../infra/identity/plan-user-pool";
import { settingsOf } from "../../../support/settings";

type UserPool = Settings["userPool"];

const dev = settingsOf("dev");
const plain: UserPool = {
  ...dev.userPool,
  tier: "essentials",
  signIn: { with: "attribute", attributes: ["email"] },
  mfa: { mode: "off", factors: [] },
  firstFactors: ["password"],
  passkeys: undefined,
  recovery: ["email"],
  devices: "never",
  email: undefined,
  sms: false,
  threatProtection: { mode: "off", reason: "a test" },
};
const poolOf = (changes: Partial<UserPool>): Record<string, unknown> =>
  planUserPool({ ...dev, userPool: { ...plain, ...changes } }, attributes).pool;

const ses = "arn:aws:ses:eu-west-1:123456789012:identity/example.com";
const enforced = { mode: "enforced", blockedAddresses: [], trustedAddresses: [] } as const;

interface Row {
  readonly why: string;
  readonly given?: Partial<UserPool>;
  /** An `undefined` says that the user pool must not be told of it. */
  readonly expected: Readonly<Record<string, unknown>>;
}

const rows: readonly Row[] = [
  { why: "has the tier that is set", given: { tier: "plus" }, expected: { userPoolTier: "PLUS" } },
  {
    why: "takes attributes as sign-in names",
    given: { signIn: { with: "attribute", attributes: ["email", "phone"] } },
    expected: { usernameAttributes: ["email", "phone_number"], aliasAttributes: undefined },
  },
  {
    why: "takes aliases beside a name, which exclude attributes",
    given: { signIn: { with: "username", aliases: ["email", "phone", "preferredUsername"] } },
    expected: { aliasAttributes: ["email", "phone_number", "preferred_username"], usernameAttributes: undefined },
  },
  {
    why: "ignores the case of sign-in names, which only its creation can set",
    expected: { usernameConfiguration: { caseSensitive: false } },
  },
  {
    why: "offers every first factor under the name that AWS has for it",
    given: { firstFactors: ["password", "passkey", "emailCode", "smsCode"] },
    expected: { signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN", "EMAIL_OTP", "SMS_OTP"] } },
  },
  {
    why: "tells the lite tier of nothing that it does not know",
    given: { tier: "lite" },
    expected: { signInPolicy: undefined, userPoolAddOns: undefined },
  },
  {
    why: "binds passkeys to their domain",
    given: { passkeys: { relyingPartyId: "example.com", userVerification: "required" } },
    expected: { webAuthnConfiguration: { relyingPartyId: "example.com", userVerification: "required" } },
  },
  { why: "has no passkeys unless told to", expected: { webAuthnConfiguration: undefined } },
  {
    why: "asks for a code of an authenticator app",
    given: { mfa: { mode: "on", factors: ["totp"] } },
    expected: {
      mfaConfiguration: "ON",
      softwareTokenMfaConfiguration: { enabled: true },
      emailMfaConfiguration: undefined,
    },
  },
  {
    why: "turns authenticator apps off where another factor is meant",
    given: { mfa: { mode: "optional", factors: ["email"] } },
    expected: {
      mfaConfiguration: "OPTIONAL",
      softwareTokenMfaConfiguration: { enabled: false },
      emailMfaConfiguration: { subject: "Your sign-in code", message: "Your sign-in code is {####}." },
    },
  },
  {
    why: "declares no factor when MFA is off",
    given: { mfa: { mode: "off", factors: ["totp", "email"] } },
    expected: {
      mfaConfiguration: "OFF",
      softwareTokenMfaConfiguration: undefined,
      emailMfaConfiguration: undefined,
    },
  },
  { why: "remembers no device unless told to", expected: { deviceConfiguration: undefined } },
  {
    why: "remembers a device when its user says so",
    given: { devices: "optIn" },
    expected: { deviceConfiguration: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true } },
  },
  {
    why: "remembers every device",
    given: { devices: "always" },
    expected: { deviceConfiguration: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: false } },
  },
  {
    why: "verifies an e-mail address that people sign in with, a new one before it replaces the old",
    given: { recovery: [] },
    expected: {
      autoVerifiedAttributes: ["email"],
      userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["email"] },
      verificationMessageTemplate: { defaultEmailOption: "CONFIRM_WITH_CODE" },
    },
  },
  {
    why: "verifies a phone number that people sign in with, and no address that is of no use",
    given: { signIn: { with: "attribute", attributes: ["phone"] }, recovery: ["phone"] },
    expected: { autoVerifiedAttributes: ["phone_number"] },
  },
  {
    why: "verifies what gets codes",
    given: {
      signIn: { with: "username", aliases: [] },
      recovery: [],
      mfa: { mode: "on", factors: ["sms"] },
      firstFactors: ["password", "emailCode"],
    },
    expected: { autoVerifiedAttributes: ["email", "phone_number"] },
  },
  {
    why: "verifies nothing that gets no codes",
    given: { signIn: { with: "username", aliases: [] }, recovery: [], mfa: { mode: "off", factors: ["sms"] } },
    expected: { autoVerifiedAttributes: [] },
  },
  {
    why: "recovers accounts in the order that is set",
    given: { recovery: ["phone", "email"] },
    expected: {
      accountRecoverySetting: {
        recoveryMechanisms: [
          { name: "verified_phone_number", priority: 1 },
          { name: "verified_email", priority: 2 },
        ],
      },
    },
  },
  {
    why: "leaves recovery to administrators where nobody may recover",
    given: { recovery: [] },
    expected: { accountRecoverySetting: { recoveryMechanisms: [{ name: "admin_only", priority: 1 }] } },
  },
  {
    why: "writes as itself through SES",
    given: { email: { from: "Shop <no-reply@example.com>", sesIdentityArn: ses, replyTo: "help@example.com" } },
    expected: {
      emailConfiguration: {
        emailSendingAccount: "DEVELOPER",
        fromEmailAddress: "Shop <no-reply@example.com>",
        sourceArn: ses,
        replyToEmailAddress: "help@example.com",
      },
    },
  },
  {
    why: "writes as Cognito without SES",
    expected: { emailConfiguration: { emailSendingAccount: "COGNITO_DEFAULT" } },
  },
  {
    why: "lets people sign up",
    given: { selfSignUp: true },
    expected: { adminCreateUserConfig: { allowAdminCreateUserOnly: false } },
  },
  {
    why: "lets administrators alone create accounts",
    given: { selfSignUp: false },
    expected: { adminCreateUserConfig: { allowAdminCreateUserOnly: true } },
  },
  {
    why: "takes strong passwords, none twice",
    given: { password: { minimumLength: 16, history: 5, temporaryDays: 2 } },
    expected: {
      passwordPolicy: {
        minimumLength: 16,
        requireLowercase: true,
        requireUppercase: true,
        requireNumbers: true,
        requireSymbols: true,
        temporaryPasswordValidityDays: 2,
        passwordHistorySize: 5,
      },
    },
  },
  {
    why: "watches for threats on plus",
    given: { tier: "plus", threatProtection: enforced },
    expected: { userPoolAddOns: { advancedSecurityMode: "ENFORCED" } },
  },
  {
    why: "says on plus that it does not watch",
    given: { tier: "plus" },
    expected: { userPoolAddOns: { advancedSecurityMode: "OFF" } },
  },
  {
    why: "cannot be deleted when told to",
    given: { deletionProtection: true },
    expected: { deletionProtection: "ACTIVE" },
  },
  {
    why: "can be deleted otherwise, and says so",
    given: { deletionProtection: false },
    expected: { deletionProtection: "INACTIVE" },
  },
];

describe("the plan of the user pool", () => {
  for (const { why, given = {}, expected } of rows)
    it(why, () => {
      const pool = poolOf(given);
      assert.deepEqual(Object.fromEntries(Object.keys(expected).map((key) => [key, pool[key]])), expected);
    });

  it("keeps no password history on the lite tier, which has none", () =>
    assert.ok(!("passwordHistorySize" in (poolOf({ tier: "lite" }).passwordPolicy as object))));

  it("writes out every constraint of every attribute, as texts", () => {
    const { pool } = planUserPool(dev, {
      tenant: { type: "string", description: "", mutable: true, minLength: 1, maxLength: 64 },
      age: { type: "number", description: "", mutable: false, minimum: 0, maximum: 150 },
    });
    const common = { required: false, developerOnlyAttribute: false };
    assert.deepEqual(pool.schemas, [
      {
        ...common,
        name: "tenant",
        mutable: true,
        attributeDataType: "String",
        stringAttributeConstraints: { minLength: "1", maxLength: "64" },
      },
      {
        ...common,
        name: "age",
        mutable: false,
        attributeDataType: "Number",
        numberAttributeConstraints: { minValue: "0", maxValue: "150" },
      },
    ]);
  });

  it("is protected in Pulumi exactly where it is in AWS", () => {
    for (const deletionProtection of [true, false]) {
      const plan = planUserPool({ ...dev, userPool: { ...plain, deletionProtection } }, attributes);
      assert.equal(plan.protect, deletionProtection);
      assert.equal(plan.protect, plan.pool.deletionProtection === "ACTIVE");
    }
  });
});
