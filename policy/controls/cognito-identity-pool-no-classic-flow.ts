import type { Control } from "../control";
import { identityPools } from "../model/cognito-types";
import { whyNot } from "../model/demand";
import { read } from "../reading";

export const cognitoIdentityPoolNoClassicFlow: Control = {
  id: "cognito-identity-pool-no-classic-flow",
  title: "An identity pool decides itself which role its users get.",
  severity: "medium",
  level: "mandatory",
  types: identityPools,
  why: "In the classic flow the app asks for a role itself, and gets credentials that no scope-down policy limits.",
  fix: "Leave allowClassicFlow out, or set it to false.",
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html",
  elsewhere: { mondoo: "cognito-identity-pool-no-classic-flow" },
  checkResource: ({ properties }) => {
    const reason = whyNot("allowClassicFlow", read(properties, "allowClassicFlow"), [false], false);
    return reason === undefined
      ? []
      : [`Users can take AWS credentials without the limits of the enhanced flow: ${reason}.`];
  },
};
