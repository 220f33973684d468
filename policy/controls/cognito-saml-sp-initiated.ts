import type { Control } from "../control";
import { identityProviders } from "../model/cognito-types";
import { whyNot } from "../model/demand";
import { read } from "../reading";

export const cognitoSamlSpInitiated: Control = {
  id: "cognito-saml-sp-initiated",
  title: "A sign-in by SAML begins with Cognito.",
  severity: "medium",
  level: "mandatory",
  types: identityProviders,
  why: "An answer that nobody asked for signs its bearer in: a stolen one, or one slipped to somebody else's browser.",
  fix: 'Leave IDPInit out of providerDetails, or set it to "false".',
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-SAML-session-initiation.html",
  checkResource: ({ properties }) => {
    const type = read(properties, "providerType");
    if (type.state === "known" && type.value !== "SAML") return [];
    const reason = whyNot("IDPInit", read(properties, "providerDetails", "IDPInit"), [false], false);
    return reason === undefined
      ? []
      : [`Whoever has an answer of this provider can sign in with it unasked: ${reason}.`];
  },
};
