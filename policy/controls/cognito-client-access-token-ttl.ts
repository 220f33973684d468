import type { Control } from "../control";
import { accessTokenSeconds } from "../model/access-token-ttl";
import { appClients } from "../model/cognito-types";

export const cognitoClientAccessTokenTtl: Control = {
  id: "cognito-client-access-token-ttl",
  title: "Access tokens end soon.",
  severity: "medium",
  level: "mandatory",
  types: appClients,
  why: "API Gateway does not see that a token was revoked: a stolen one opens the APIs until it ends.",
  fix: "Set accessTokenValidity, with tokenValidityUnits.accessToken, to no more than the policy's maxMinutes.",
  source: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
  settings: {
    maxMinutes: {
      type: "integer",
      minimum: 5,
      maximum: 1440,
      description: "whole minutes from 5 to 1440, as Cognito allows",
      default: 60,
    },
  },
  checkResource: ({ properties }, settings) => {
    const maxMinutes = Number(settings.maxMinutes ?? 60);
    const seconds = accessTokenSeconds(properties);
    if (seconds === undefined)
      return [
        "Nothing shows how long a stolen token of this client opens the APIs: accessTokenValidity or its unit is not known before the deployment, or is nothing that Cognito takes.",
      ];
    return seconds > maxMinutes * 60
      ? [`A stolen token of this client opens the APIs for more than ${maxMinutes} minutes.`]
      : [];
  },
};
