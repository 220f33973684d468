import type { Control } from "../control";
import { ownAppClients } from "../model/cognito-types";
import { readFirst, readTexts, whyNot } from "../model/demand";
import { read } from "../reading";

export const cognitoClientM2mHasSecret: Control = {
  id: "cognito-client-m2m-has-secret",
  title: "An app client for machines has a secret.",
  severity: "critical",
  level: "mandatory",
  types: ownAppClients,
  why: "The client's id, which is no secret, would be all that is needed to get a token. AWS refuses it late, in the middle of a deployment.",
  fix: "Set generateSecret to true on clients whose OAuth flows have client_credentials.",
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html",
  checkResource: ({ properties }) => {
    const { texts, isPartlyUnknown } = readTexts(readFirst(properties, "allowedOauthFlows", "allowedOAuthFlows"));
    if (!texts.includes("client_credentials") && !isPartlyUnknown) return [];
    const reason = whyNot("generateSecret", read(properties, "generateSecret"), [true], false);
    return reason === undefined ? [] : [`Anyone who knows this client's id can ask for its tokens: ${reason}.`];
  },
};
