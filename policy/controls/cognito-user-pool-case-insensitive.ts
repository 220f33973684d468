import type { Control } from "../control";
import { userPools } from "../model/cognito-types";
import { whyNot } from "../model/demand";
import { read } from "../reading";

export const cognitoUserPoolCaseInsensitive: Control = {
  id: "cognito-user-pool-case-insensitive",
  title: "User names that differ in case only are the same user's.",
  severity: "medium",
  level: "mandatory",
  types: userPools,
  why: "Somebody can sign up as Ada beside ada and be taken for her. AWS fixes the choice when the pool is made.",
  fix: "Set usernameConfiguration.caseSensitive to false before the pool is made.",
  source:
    "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UsernameConfigurationType.html",
  checkResource: ({ properties }) => {
    const reason = whyNot("caseSensitive", read(properties, "usernameConfiguration", "caseSensitive"), [false], true);
    return reason === undefined ? [] : [`Two people can have one name: ${reason}.`];
  },
};
