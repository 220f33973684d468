import type { Control } from "../control";
import { appClients } from "../model/cognito-types";
import { whyNot } from "../model/demand";
import { read } from "../reading";

export const cognitoClientTokenRevocation: Control = {
  id: "cognito-client-token-revocation",
  title: "The tokens of an app client can be revoked.",
  severity: "medium",
  level: "mandatory",
  types: appClients,
  why: "Whoever has stolen a refresh token gets new tokens until it ends, and nobody can stop it.",
  fix: "Set enableTokenRevocation to true.",
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html",
  elsewhere: { prowler: "cognito_user_pool_client_token_revocation_enabled" },
  // New clients have it unless they say otherwise.
  checkResource: ({ properties }) => {
    const reason = whyNot("enableTokenRevocation", read(properties, "enableTokenRevocation"), [true], true);
    return reason === undefined ? [] : [`Nobody can take a stolen token of this client back: ${reason}.`];
  },
  // One made before 2021, when this came, has it only if the program says so.
  remediate: ({ properties }) =>
    read(properties, "enableTokenRevocation").state === "unknown" ? undefined : { enableTokenRevocation: true },
};
