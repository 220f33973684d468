import type { Control } from "../control";
import { appClients } from "../model/cognito-types";
import { readFirst, readTexts } from "../model/demand";
import { unshown } from "../model/shown";

export const cognitoClientNoAdminScope: Control = {
  id: "cognito-client-no-admin-scope",
  title: "No app client may ask for the scope aws.cognito.signin.user.admin.",
  severity: "high",
  level: "mandatory",
  types: appClients,
  why: "With such a token a script in the page, or a thief, can change the user's attributes, password and second factor.",
  fix: "Leave aws.cognito.signin.user.admin out of the OAuth scopes.",
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html",
  checkResource: ({ properties }) =>
    readTexts(readFirst(properties, "allowedOauthScopes", "allowedOAuthScopes")).texts.includes(
      "aws.cognito.signin.user.admin",
    )
      ? [
          "Whoever holds this client's tokens can change the user's account: its OAuth scopes have the self-service scope.",
        ]
      : [],
  // Scopes of a resource server are unknown in a preview, and are never this one; in the update the resource check sees them.
  checkStack: (stack) => unshown(stack, appClients, ["allowedOauthScopes", "allowedOAuthScopes"], { isFilledIn: true }),
};
