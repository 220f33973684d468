import type { Control } from "../control";
import { appClients } from "../model/cognito-types";
import { whyNot } from "../model/demand";
import { read } from "../reading";

export const cognitoClientPreventUserExistenceErrors: Control = {
  id: "cognito-client-prevent-user-existence-errors",
  title: "An app client does not tell which users exist.",
  severity: "medium",
  level: "mandatory",
  types: appClients,
  why: "Anyone could find out who has an account, and then try passwords or send deceiving mails to those only.",
  fix: "Set preventUserExistenceErrors to ENABLED.",
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html",
  elsewhere: {
    prowler: "cognito_user_pool_client_prevent_user_existence_errors",
    mondoo: "cognito-client-prevent-user-existence-errors",
  },
  checkResource: ({ properties }) => {
    const setting = read(properties, "preventUserExistenceErrors");
    const reason = whyNot("preventUserExistenceErrors", setting, ["ENABLED"], "LEGACY");
    return reason === undefined ? [] : [`Anyone can find out who has an account: ${reason}.`];
  },
  remediate: ({ properties }) =>
    read(properties, "preventUserExistenceErrors").state === "unknown"
      ? undefined
      : { preventUserExistenceErrors: "ENABLED" },
};
