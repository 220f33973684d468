import type { Control } from "../control";
import { identityProviders } from "../model/cognito-types";
import { whyNot } from "../model/demand";
import { read } from "../reading";

export const cognitoSamlSignedRequests: Control = {
  id: "cognito-saml-signed-requests",
  title: "Cognito signs what it asks of a SAML provider.",
  severity: "medium",
  level: "mandatory",
  types: identityProviders,
  why: "The provider cannot tell Cognito's requests from anybody else's, so that others can begin sign-ins in its name.",
  fix: "Set RequestSigningAlgorithm in providerDetails to rsa-sha256, and give the provider the pool's signing certificate.",
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-SAML-signing-encryption.html",
  checkResource: ({ properties }) => {
    const type = read(properties, "providerType");
    if (type.state === "known" && type.value !== "SAML") return [];
    const algorithm = read(properties, "providerDetails", "RequestSigningAlgorithm");
    const reason = whyNot("RequestSigningAlgorithm", algorithm, ["rsa-sha256"], "none");
    return reason === undefined ? [] : [`Anyone can send this provider requests in Cognito's name: ${reason}.`];
  },
};
