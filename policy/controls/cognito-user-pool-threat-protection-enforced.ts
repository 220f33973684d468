import type { Control } from "../control";
import { userPools } from "../model/cognito-types";
import { whyNot } from "../model/demand";
import { read } from "../reading";

export const cognitoUserPoolThreatProtectionEnforced: Control = {
  id: "cognito-user-pool-threat-protection-enforced",
  title: "Threat protection acts on what it sees.",
  severity: "medium",
  level: "advisory",
  types: userPools,
  why: "Sign-ins with leaked passwords and by thieves go through, or are written down at best.",
  fix: "Set userPoolAddOns.advancedSecurityMode to ENFORCED, on the PLUS tier.",
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html",
  elsewhere: {
    "cdk-nag": "AwsSolutions-COG3",
    prowler: "cognito_user_pool_advanced_security_enabled",
    mondoo: "cognito-user-pool-advanced-security-enforced",
    "security-hub": "Cognito.1",
  },
  checkResource: ({ properties }) => {
    const reason = whyNot(
      "advancedSecurityMode",
      read(properties, "userPoolAddOns", "advancedSecurityMode"),
      ["ENFORCED"],
      "OFF",
    );
    return reason === undefined ? [] : [`Nothing stops a sign-in that looks like an attack: ${reason}.`];
  },
};
