import type { Control } from "../control";
import { userPools } from "../model/cognito-types";
import { whyNot } from "../model/demand";
import { read } from "../reading";

export const cognitoUserPoolMfaRequired: Control = {
  id: "cognito-user-pool-mfa-required",
  title: "Every user of a user pool has a second factor.",
  severity: "high",
  level: "mandatory",
  types: userPools,
  why: "A password that was guessed, reused or phished is all it takes to be somebody else.",
  fix: "Set mfaConfiguration to ON.",
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html",
  elsewhere: {
    "cdk-nag": "AwsSolutions-COG2",
    prowler: "cognito_user_pool_mfa_enabled",
    mondoo: "cognito-user-pool-mfa-enforced",
    "security-hub": "Cognito.5",
  },
  checkResource: ({ properties }) => {
    const reason = whyNot("mfaConfiguration", read(properties, "mfaConfiguration"), ["ON"], "OFF");
    return reason === undefined ? [] : [`Whoever has a user's password is that user: ${reason}.`];
  },
};
