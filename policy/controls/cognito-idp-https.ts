import type { Control } from "../control";
import { identityProviders } from "../model/cognito-types";
import { unshown } from "../model/shown";
import { readText } from "../reading";

/**
 * The addresses in an identity provider's details.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html
 */
const addresses = [
  "oidc_issuer",
  "authorize_url",
  "token_url",
  "attributes_url",
  "jwks_uri",
  "MetadataURL",
  "SSORedirectBindingURI",
  "SLORedirectBindingURI",
];

export const cognitoIdpHttps: Control = {
  id: "cognito-idp-https",
  title: "Cognito and users' browsers reach an identity provider by https only.",
  severity: "high",
  level: "mandatory",
  types: identityProviders,
  why: "Whoever sits on the line could hand Cognito keys of their own, and sign in as anyone.",
  fix: "Write every address of the provider with https, and load SAML metadata whose addresses have it too.",
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-oidc-idp.html",
  checkResource: ({ properties }) => {
    const open = addresses.filter((key) => {
      const url = readText(properties, "providerDetails", key);
      return url !== undefined && !/^https:\/\/[^/]/i.test(url.trim());
    });
    if (sendsInTheClear(readText(properties, "providerDetails", "MetadataFile"))) open.push("MetadataFile");
    return open.length === 0
      ? []
      : [`Whoever sits on the line can sign in as anyone: ${open.join(", ")} in providerDetails is not https.`];
  },
  checkStack: (stack) =>
    unshown(stack, identityProviders, ["providerDetails"], { parts: [...addresses, "MetadataFile"] }),
};

/** Whether SAML metadata sends users to an address without https. */
function sendsInTheClear(metadata: string | undefined): boolean {
  return /\b(Response)?Location\s*=\s*["']\s*http:/i.test(metadata ?? "");
}
