import type { Control } from "../control";
import { userPools } from "../model/cognito-types";
import { isOn, readNumber } from "../model/demand";
import { passwordSetting } from "../model/password-policy";
import type { Properties } from "../reading";

const classes = ["requireLowercase", "requireUppercase", "requireNumbers", "requireSymbols"];

export const cognitoUserPoolPasswordPolicy: Control = {
  id: "cognito-user-pool-password-policy",
  title: "A user pool declares a password policy with a length of 8 or more and all four kinds of characters.",
  severity: "medium",
  level: "mandatory",
  types: userPools,
  why: "Short and plain passwords are guessed. What is not declared holds only until somebody changes it in the console.",
  fix: "Declare passwordPolicy with minimumLength and true for requireLowercase, requireUppercase, requireNumbers and requireSymbols.",
  source: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html",
  elsewhere: {
    "cdk-nag": "AwsSolutions-COG1",
    prowler: "cognito_user_pool_password_policy_lowercase",
    "security-hub": "Cognito.3",
  },
  settings: {
    minimumLength: {
      type: "integer",
      minimum: 6,
      maximum: 99,
      description: "a whole number of characters from 6 to 99, as Cognito allows",
      default: 8,
    },
  },
  checkResource: ({ properties }, settings) => {
    if (passwordSetting(properties, "minimumLength") === undefined)
      return ["Users may choose weak passwords: no password policy is declared."];
    const weak = weaknesses(properties, Number(settings.minimumLength ?? 8));
    return weak.length === 0 ? [] : [`Users may choose weak passwords: ${weak.join(", ")}.`];
  },
};

function weaknesses(properties: Properties, minimumLength: number): readonly string[] {
  const length = readNumber(passwordSetting(properties, "minimumLength") ?? { state: "absent" });
  return [
    ...(length !== undefined && length >= minimumLength ? [] : [`minimumLength is not ${minimumLength} or more`]),
    ...classes
      .filter((name) => !isOn(passwordSetting(properties, name) ?? { state: "absent" }))
      .map((name) => `${name} is not true`),
  ];
}
