import type { Control } from "../control";
import { appClients } from "../model/cognito-types";
import { readFirst, readTexts } from "../model/demand";

export const cognitoClientNoImplicitGrant: Control = {
  id: "cognito-client-no-implicit-grant",
  title: "No app client takes tokens by the implicit grant.",
  severity: "high",
  level: "mandatory",
  types: appClients,
  why: "Tokens come back in the address of the page: history, logs and scripts of the page can read them.",
  fix: 'Leave "implicit" out of the OAuth flows and use "code" with PKCE.',
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoint-oauth-grants.html",
  checkResource: ({ properties }) => {
    const { texts, isPartlyUnknown } = readTexts(readFirst(properties, "allowedOauthFlows", "allowedOAuthFlows"));
    if (texts.some((flow) => flow.toLowerCase() === "implicit"))
      return ["Whoever sees the address of a page sees this client's tokens: its OAuth flows have implicit."];
    return isPartlyUnknown
      ? [
          "Nothing shows that this client's tokens stay out of addresses: its OAuth flows are not known before the deployment.",
        ]
      : [];
  },
};
