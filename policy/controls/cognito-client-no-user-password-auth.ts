import type { Control } from "../control";
import { appClients } from "../model/cognito-types";
import { readTexts } from "../model/demand";
import { read } from "../reading";

/** `ALLOW_...` and the name from before it. ADMIN flows are for servers with AWS credentials. */
const flows = ["ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"];

export const cognitoClientNoUserPasswordAuth: Control = {
  id: "cognito-client-no-user-password-auth",
  title: "No app client lets an app send the user's password.",
  severity: "high",
  level: "mandatory",
  types: appClients,
  why: "The app, and whatever has got into it, sees every password; and anyone can try passwords by plain requests.",
  fix: "Use ALLOW_USER_SRP_AUTH or ALLOW_USER_AUTH, or the managed login.",
  source:
    "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html",
  elsewhere: { mondoo: "cognito-client-no-user-password-auth" },
  checkResource: ({ properties }) => {
    const { texts, isPartlyUnknown } = readTexts(read(properties, "explicitAuthFlows"));
    if (texts.some((flow) => flows.includes(flow)))
      return ["The app sees its users' passwords: explicitAuthFlows lets it send them."];
    return isPartlyUnknown
      ? [
          "Nothing shows that the app does not see its users' passwords: explicitAuthFlows is not known before the deployment.",
        ]
      : [];
  },
};
