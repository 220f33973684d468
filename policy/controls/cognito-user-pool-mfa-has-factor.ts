import type { Control } from "../control";
import { userPools } from "../model/cognito-types";
import { hasFactor } from "../model/mfa-factors";
import { read } from "../reading";

export const cognitoUserPoolMfaHasFactor: Control = {
  id: "cognito-user-pool-mfa-has-factor",
  title: "A user pool that asks for a second factor offers one.",
  severity: "high",
  level: "mandatory",
  types: userPools,
  why: "Users cannot set up what the pool asks for; AWS refuses it late, in the middle of a deployment.",
  fix: "Enable softwareTokenMfaConfiguration, or declare emailMfaConfiguration or smsConfiguration.",
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html",
  checkResource: ({ properties }) => {
    const mode = read(properties, "mfaConfiguration");
    if (mode.state === "absent" || (mode.state === "known" && mode.value === "OFF")) return [];
    return hasFactor(properties)
      ? []
      : ["No user can have a second factor: mfaConfiguration is not OFF, and no factor is declared."];
  },
};
