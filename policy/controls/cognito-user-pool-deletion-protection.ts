import type { Control } from "../control";
import { userPools } from "../model/cognito-types";
import { whyNot } from "../model/demand";
import { read } from "../reading";

export const cognitoUserPoolDeletionProtection: Control = {
  id: "cognito-user-pool-deletion-protection",
  title: "A user pool cannot be deleted by mistake.",
  severity: "high",
  level: "mandatory",
  types: userPools,
  why: "A wrong name or a removed line deletes every account, and nobody can bring them back.",
  fix: "Set deletionProtection to ACTIVE.",
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html",
  elsewhere: { prowler: "cognito_user_pool_deletion_protection_enabled", "security-hub": "Cognito.6" },
  checkResource: ({ properties }) => {
    const reason = whyNot("deletionProtection", read(properties, "deletionProtection"), ["ACTIVE"], "INACTIVE");
    return reason === undefined ? [] : [`One command can delete all accounts: ${reason}.`];
  },
};
