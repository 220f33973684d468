import type { Control } from "../control";
import { userPools } from "../model/cognito-types";
import { readNumber } from "../model/demand";
import { passwordSetting } from "../model/password-policy";

export const cognitoUserPoolTempPasswordMax7Days: Control = {
  id: "cognito-user-pool-temp-password-max-7-days",
  title: "A declared password policy ends temporary passwords after seven days at most.",
  severity: "low",
  level: "advisory",
  types: userPools,
  why: "A temporary password lies in a mailbox: whoever reads it later can take over an account that nobody used yet.",
  fix: "Declare passwordPolicy with temporaryPasswordValidityDays of 7 or less.",
  source: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html",
  elsewhere: { prowler: "cognito_user_pool_temporary_password_expiration" },
  checkResource: ({ properties }) => {
    const days = passwordSetting(properties, "temporaryPasswordValidityDays");
    if (days === undefined) return ["Nothing declares when temporary passwords end: there is no password policy."];
    // AWS takes absence, and zero, for seven days.
    if (days.state === "absent") return [];
    const number = readNumber(days);
    return number !== undefined && number <= 7
      ? []
      : ["Whoever finds an old invitation can use it: temporaryPasswordValidityDays is not 7 or less."];
  },
};
