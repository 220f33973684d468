import type { Control } from "../control";
import { identityPools } from "../model/cognito-types";
import { whyNot } from "../model/demand";
import { read } from "../reading";

export const cognitoIdentityPoolNoGuest: Control = {
  id: "cognito-identity-pool-no-guest",
  title: "An identity pool gives AWS credentials to nobody who has not signed in.",
  severity: "high",
  level: "mandatory",
  types: identityPools,
  why: "Anyone on the internet who knows the pool's id, which every page shows, gets AWS credentials.",
  fix: "Set allowUnauthenticatedIdentities to false.",
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html",
  elsewhere: {
    checkov: "CKV_AWS_366",
    "cdk-nag": "AwsSolutions-COG7",
    "cfn-nag": "W57",
    prowler: "cognito_identity_pool_guest_access_disabled",
    mondoo: "cognito-identity-pool-no-unauthenticated",
    "security-hub": "Cognito.2",
  },
  checkResource: ({ properties }) => {
    const reason = whyNot(
      "allowUnauthenticatedIdentities",
      read(properties, "allowUnauthenticatedIdentities"),
      [false],
      false,
    );
    return reason === undefined ? [] : [`Anyone can get AWS credentials without signing in: ${reason}.`];
  },
};
