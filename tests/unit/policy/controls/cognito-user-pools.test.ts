import { cognitoUserPoolBlocksAccountTakeover } from "../../../../policy/controls/cognito-user-pool-blocks-account-takeover";
import { cognitoUserPoolBlocksCompromisedCredentials } from "../../../../policy/controls/cognito-user-pool-blocks-compromised-credentials";
import { cognitoUserPoolCaseInsensitive } from "../../../../policy/controls/cognito-user-pool-case-insensitive";
import { cognitoUserPoolDeletionProtection } from "../../../../policy/controls/cognito-user-pool-deletion-protection";
import { cognitoUserPoolMfaHasFactor } from "../../../../policy/controls/cognito-user-pool-mfa-has-factor";
import { cognitoUserPoolMfaRequired } from "../../../../policy/controls/cognito-user-pool-mfa-required";
import { cognitoUserPoolNoSelfSignup } from "../../../../policy/controls/cognito-user-pool-no-self-signup";
import { cognitoUserPoolPasswordMin14 } from "../../../../policy/controls/cognito-user-pool-password-min-14";
import { cognitoUserPoolPasswordPolicy } from "../../../../policy/controls/cognito-user-pool-password-policy";
import { cognitoUserPoolPlusTier } from "../../../../policy/controls/cognito-user-pool-plus-tier";
import { cognitoUserPoolTempPasswordMax7Days } from "../../../../policy/controls/cognito-user-pool-temp-password-max-7-days";
import { cognitoUserPoolThreatProtectionEnforced } from "../../../../policy/controls/cognito-user-pool-threat-protection-enforced";
import { cognitoUserPoolVerifyBeforeUpdate } from "../../../../policy/controls/cognito-user-pool-verify-before-update";
import { cognitoUserPoolWaf } from "../../../../policy/controls/cognito-user-pool-waf";
import { type Properties, unknownValue } from "../../../../policy/reading";
import { itAgreesWithOtherRuleSets } from "../../../support/policy/control-cases";
import type { Declaration } from "../../../support/policy/resources";
import { itFinds, one } from "../../../support/policy/stack-rows";

const type = "aws:cognito/userPool:UserPool";
const nativeType = "aws-native:cognito:UserPool";
const pool = (props: Properties) => one(type, props);
const flagged = { flags: ["example"] };

/** A switch of a pool, at a path that both providers share. */
const switches = [
  {
    control: cognitoUserPoolMfaRequired,
    at: (value: Properties[string]) => ({ mfaConfiguration: value }),
    good: "ON",
    bad: ["OFF", "OPTIONAL", "on"],
  },
  {
    control: cognitoUserPoolThreatProtectionEnforced,
    at: (value: Properties[string]) => ({ userPoolAddOns: { advancedSecurityMode: value } }),
    good: "ENFORCED",
    bad: ["AUDIT", "OFF"],
  },
  {
    control: cognitoUserPoolPlusTier,
    at: (value: Properties[string]) => ({ userPoolTier: value }),
    good: "PLUS",
    bad: ["LITE", "ESSENTIALS"],
  },
  {
    control: cognitoUserPoolNoSelfSignup,
    at: (value: Properties[string]) => ({ adminCreateUserConfig: { allowAdminCreateUserOnly: value } }),
    good: true,
    bad: [false, "false"],
  },
  {
    control: cognitoUserPoolDeletionProtection,
    at: (value: Properties[string]) => ({ deletionProtection: value }),
    good: "ACTIVE",
    bad: ["INACTIVE", "active"],
  },
  {
    control: cognitoUserPoolCaseInsensitive,
    at: (value: Properties[string]) => ({ usernameConfiguration: { caseSensitive: value } }),
    good: false,
    bad: [true, "true"],
  },
];

for (const { control, at, good, bad } of switches)
  describe(control.id, () => {
    itFinds(control, [
      { why: `passes ${good}`, resources: pool(at(good)) },
      { why: `passes ${good} in aws-native`, resources: one(nativeType, at(good)) },
      ...bad.map((value) => ({ why: `flags ${JSON.stringify(value)}`, resources: pool(at(value)), ...flagged })),
      {
        why: "flags an absent setting, by what AWS takes it for",
        resources: pool({}),
        ...flagged,
        says: /absent, which means/,
      },
      {
        why: "flags an unknown setting",
        resources: pool(at(unknownValue)),
        ...flagged,
        says: /not known before the deployment/,
      },
    ]);
    itAgreesWithOtherRuleSets(control);
  });

describe("cognito-user-pool-mfa-has-factor", () => {
  itFinds(cognitoUserPoolMfaHasFactor, [
    { why: "flags a demand without an offer", resources: pool({ mfaConfiguration: "OPTIONAL" }), ...flagged },
    {
      why: "flags an app that is switched off",
      resources: pool({ mfaConfiguration: "ON", softwareTokenMfaConfiguration: { enabled: false } }),
      ...flagged,
    },
    {
      why: "flags a demand that is not known to be none",
      resources: pool({ mfaConfiguration: unknownValue }),
      ...flagged,
    },
    {
      why: "passes SMS with a role that AWS has yet to name",
      resources: pool({ mfaConfiguration: "ON", smsConfiguration: { snsCallerArn: unknownValue } }),
    },
    { why: "passes e-mail", resources: pool({ mfaConfiguration: "ON", emailMfaConfiguration: {} }) },
    {
      why: "passes aws-native's list",
      resources: one(nativeType, { mfaConfiguration: "ON", enabledMfas: ["SOFTWARE_TOKEN_MFA"] }),
    },
    {
      why: "flags aws-native's empty list",
      resources: one(nativeType, { mfaConfiguration: "ON", enabledMfas: [] }),
      ...flagged,
    },
    { why: "leaves a pool without a demand to another policy", resources: pool({ mfaConfiguration: "OFF" }) },
    { why: "leaves an absent demand to another policy", resources: pool({}) },
  ]);
  itAgreesWithOtherRuleSets(cognitoUserPoolMfaHasFactor);
});

const strong = {
  minimumLength: 8,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
};

describe("cognito-user-pool-password-policy", () => {
  const policy = (passwordPolicy: Properties[string]) => pool({ passwordPolicy });
  itFinds(cognitoUserPoolPasswordPolicy, [
    { why: "passes eight characters of all kinds", resources: policy(strong) },
    { why: "passes aws-native's", resources: one(nativeType, { policies: { passwordPolicy: strong } }) },
    { why: "flags a pool that declares none", resources: pool({}), ...flagged, says: /no password policy/ },
    {
      why: "flags seven characters",
      resources: policy({ ...strong, minimumLength: 7 }),
      ...flagged,
      says: /minimumLength is not 8/,
    },
    ...["requireLowercase", "requireUppercase", "requireNumbers", "requireSymbols"].flatMap((name) => [
      {
        why: `flags ${name} switched off`,
        resources: policy({ ...strong, [name]: false }),
        ...flagged,
        says: new RegExp(name),
      },
      {
        why: `flags ${name} left out`,
        resources: policy({ ...strong, [name]: null }),
        ...flagged,
        says: new RegExp(name),
      },
    ]),
    { why: "flags an unknown length", resources: policy({ ...strong, minimumLength: unknownValue }), ...flagged },
    { why: "flags a policy that is unknown", resources: policy(unknownValue), ...flagged },
    {
      why: "keeps to the configured length",
      resources: policy(strong),
      settings: { minimumLength: 12 },
      ...flagged,
      says: /not 12/,
    },
  ]);
  itAgreesWithOtherRuleSets(cognitoUserPoolPasswordPolicy);
});

describe("cognito-user-pool-password-min-14", () => {
  const length = (minimumLength: Properties[string]) => pool({ passwordPolicy: { ...strong, minimumLength } });
  itFinds(cognitoUserPoolPasswordMin14, [
    { why: "passes 14", resources: length(14) },
    { why: "flags 13", resources: length(13), ...flagged },
    { why: "flags an unknown length", resources: length(unknownValue), ...flagged },
    { why: "flags an absent length", resources: length(null), ...flagged },
    { why: "flags an absent policy, which is 8", resources: pool({}), ...flagged },
    { why: "passes aws-native's", resources: one(nativeType, { policies: { passwordPolicy: { minimumLength: 20 } } }) },
  ]);
  itAgreesWithOtherRuleSets(cognitoUserPoolPasswordMin14);
});

describe("cognito-user-pool-temp-password-max-7-days", () => {
  const days = (temporaryPasswordValidityDays: Properties[string]) =>
    pool({ passwordPolicy: { ...strong, temporaryPasswordValidityDays } });
  itFinds(cognitoUserPoolTempPasswordMax7Days, [
    { why: "passes seven days", resources: days(7) },
    { why: "flags eight", resources: days(8), ...flagged },
    { why: "passes an absent number, which is seven", resources: days(null) },
    { why: "passes zero, which is seven too", resources: days(0) },
    { why: "flags an unknown number", resources: days(unknownValue), ...flagged },
    { why: "flags a pool that declares no policy", resources: pool({}), ...flagged, says: /no password policy/ },
  ]);
  itAgreesWithOtherRuleSets(cognitoUserPoolTempPasswordMax7Days);
});

const enforced: Declaration = { type, name: "pool", props: { userPoolAddOns: { advancedSecurityMode: "ENFORCED" } } };
const risk = (props: Properties): Declaration => ({
  type: "aws:cognito/riskConfiguration:RiskConfiguration",
  name: "risk",
  props: { userPoolId: unknownValue, ...props },
  refs: { userPoolId: ["pool"] },
});

describe("cognito-user-pool-blocks-compromised-credentials", () => {
  const leaked = (eventAction: Properties[string], more: Properties = {}, props: Properties = {}) =>
    risk({ compromisedCredentialsRiskConfiguration: { actions: { eventAction }, ...more }, ...props });
  itFinds(cognitoUserPoolBlocksCompromisedCredentials, [
    { why: "passes a pool whose id AWS has yet to give", resources: [enforced, leaked("BLOCK")] },
    {
      why: "flags a pool without a configuration",
      resources: [enforced],
      flags: ["pool"],
      says: /no risk configuration/,
    },
    {
      why: "flags a configuration of one client only",
      resources: [enforced, leaked("BLOCK", {}, { clientId: "abc" })],
      flags: ["pool"],
    },
    {
      why: "passes CloudFormation's word for all clients",
      resources: [enforced, leaked("BLOCK", {}, { clientId: "ALL" })],
    },
    {
      why: "flags a configuration of other risks",
      resources: [enforced, risk({ accountTakeoverRiskConfiguration: {} })],
      flags: ["pool"],
    },
    { why: "flags one that does nothing", resources: [enforced, leaked("NO_ACTION")], flags: ["risk"] },
    { why: "flags an unknown action", resources: [enforced, leaked(unknownValue)], flags: ["risk"] },
    {
      why: "flags a filter without sign-ins",
      resources: [enforced, leaked("BLOCK", { eventFilters: ["SIGN_UP"] })],
      flags: ["risk"],
    },
    {
      why: "flags a pool that only watches",
      resources: [{ ...enforced, props: { userPoolAddOns: { advancedSecurityMode: "AUDIT" } } }, leaked("BLOCK")],
      flags: ["pool"],
      says: /advancedSecurityMode/,
    },
    {
      why: "judges a configuration of a pool outside the stack",
      resources: [{ ...leaked("NO_ACTION"), refs: {} }],
      flags: ["risk"],
    },
  ]);
  itAgreesWithOtherRuleSets(cognitoUserPoolBlocksCompromisedCredentials);
});

describe("cognito-user-pool-blocks-account-takeover", () => {
  const actions = (low: string, medium: string, high: string) =>
    risk({
      accountTakeoverRiskConfiguration: {
        actions: {
          lowAction: { eventAction: low },
          mediumAction: { eventAction: medium },
          highAction: { eventAction: high },
        },
      },
    });
  itFinds(cognitoUserPoolBlocksAccountTakeover, [
    { why: "passes all risks blocked", resources: [enforced, actions("BLOCK", "BLOCK", "BLOCK")] },
    {
      why: "flags a second factor in the place of a block",
      resources: [enforced, actions("BLOCK", "MFA_REQUIRED", "BLOCK")],
      flags: ["risk"],
      says: /medium risk/,
    },
    {
      why: "names each level that is let through",
      resources: [enforced, actions("NO_ACTION", "BLOCK", "NO_ACTION")],
      flags: ["risk"],
      says: /low or high/,
    },
    {
      why: "keeps to the levels that configuration names",
      resources: [enforced, actions("NO_ACTION", "NO_ACTION", "BLOCK")],
      settings: { risks: ["high"] },
    },
    { why: "flags a pool without a configuration", resources: [enforced], flags: ["pool"] },
    {
      why: "flags levels left out",
      resources: [
        enforced,
        risk({ accountTakeoverRiskConfiguration: { actions: { highAction: { eventAction: "BLOCK" } } } }),
      ],
      flags: ["risk"],
    },
    {
      why: "flags aws-native's",
      resources: [
        { ...enforced, type: nativeType },
        { ...actions("BLOCK", "BLOCK", "NO_ACTION"), type: "aws-native:cognito:UserPoolRiskConfigurationAttachment" },
      ],
      flags: ["risk"],
    },
  ]);
  itAgreesWithOtherRuleSets(cognitoUserPoolBlocksAccountTakeover);
});

describe("cognito-user-pool-waf", () => {
  const arn = "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc";
  const association = (resourceArn: Properties[string], refs: readonly string[]): Declaration => ({
    type: "aws:wafv2/webAclAssociation:WebAclAssociation",
    name: "association",
    props: { resourceArn, webAclArn: "w" },
    refs: { resourceArn: refs },
  });
  itFinds(cognitoUserPoolWaf, [
    { why: "flags a pool without a web ACL", resources: [enforced], flags: ["pool"] },
    { why: "passes a pool whose ARN AWS has yet to give", resources: [enforced, association(unknownValue, ["pool"])] },
    {
      why: "passes an ARN that is known, where the pool shows none",
      resources: [enforced, association(arn, ["pool"])],
    },
    { why: "passes an ARN that is written out", resources: [{ ...enforced, props: { arn } }, association(arn, [])] },
    {
      why: "flags an ARN of another pool",
      resources: [{ ...enforced, props: { arn } }, association(`${arn}2`, ["pool"])],
      flags: ["pool"],
    },
  ]);
  itAgreesWithOtherRuleSets(cognitoUserPoolWaf);
});

describe("cognito-user-pool-verify-before-update", () => {
  const verifies = (...names: Properties[string][]) => ({
    userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: names },
  });
  itFinds(cognitoUserPoolVerifyBeforeUpdate, [
    {
      why: "passes what is verified before it is used",
      resources: pool({ autoVerifiedAttributes: ["email"], ...verifies("email") }),
    },
    {
      why: "flags a telephone number that is not",
      resources: pool({ autoVerifiedAttributes: ["email", "phone_number"], ...verifies("email") }),
      ...flagged,
      says: /lacks phone_number/,
    },
    { why: "flags absent settings", resources: pool({ autoVerifiedAttributes: ["email"] }), ...flagged },
    { why: "flags a pool that verifies nothing", resources: pool({}), ...flagged },
    { why: "flags an empty list", resources: pool(verifies()), ...flagged },
    {
      why: "flags unknown settings",
      resources: pool({ userAttributeUpdateSettings: unknownValue }),
      ...flagged,
      says: /not known/,
    },
    {
      why: "passes aws-native's name for the list",
      resources: one(nativeType, {
        autoVerifiedAttributes: ["email"],
        userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdate: ["email"] },
      }),
    },
  ]);
  itAgreesWithOtherRuleSets(cognitoUserPoolVerifyBeforeUpdate);
});
