import type { Control } from "../control";
import { identityPools } from "../model/cognito-types";
import { isOn, readObjects } from "../model/demand";
import { read } from "../reading";

export const identityPoolServerSideTokenCheck: Control = {
  id: "identity-pool-server-side-token-check",
  title: "An identity pool asks the user pool whether a token still holds.",
  severity: "medium",
  level: "advisory",
  types: identityPools,
  why: "Users who signed out, or were disabled or deleted, get AWS credentials until their token ends.",
  fix: "Set serverSideTokenCheck to true on every entry of cognitoIdentityProviders.",
  source: "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CognitoIdentityProvider.html",
  checkResource: ({ properties }) => {
    const providers = read(properties, "cognitoIdentityProviders");
    if (providers.state === "unknown")
      return [
        "Nothing shows that signed-out users get no AWS credentials: cognitoIdentityProviders is not known before the deployment.",
      ];
    return readObjects(providers).some((provider) => !isOn(read(provider, "serverSideTokenCheck")))
      ? ["Users who have signed out, or were disabled, still get AWS credentials: serverSideTokenCheck is not true."]
      : [];
  },
};
