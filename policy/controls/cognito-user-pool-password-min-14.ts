import type { Control } from "../control";
import { userPools } from "../model/cognito-types";
import { readNumber } from "../model/demand";
import { passwordSetting } from "../model/password-policy";

export const cognitoUserPoolPasswordMin14: Control = {
  id: "cognito-user-pool-password-min-14",
  title: "Passwords have 14 characters or more.",
  severity: "low",
  level: "advisory",
  types: userPools,
  why: "Where a copy of a password's hash gets out, length is what keeps it from being found.",
  fix: "Set minimumLength in passwordPolicy to 14 or more.",
  source: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html",
  elsewhere: { prowler: "cognito_user_pool_password_policy_minimum_length_14" },
  checkResource: ({ properties }) => {
    const length = readNumber(passwordSetting(properties, "minimumLength") ?? { state: "absent" });
    return length !== undefined && length >= 14
      ? []
      : ["Users may choose short passwords: minimumLength is not 14 or more, and is 8 where it is absent."];
  },
};
