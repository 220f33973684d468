import type { Control } from "../control";
import { identityProviders } from "../model/cognito-types";
import { read, readText } from "../reading";

/** Providers that do not say whether an address is verified. */
const silent = ["Facebook", "LoginWithAmazon"];

export const cognitoIdpEmailVerifiedMapped: Control = {
  id: "cognito-idp-email-verified-mapped",
  title: "Where an identity provider gives a user's e-mail address, it also says whether it is verified.",
  severity: "medium",
  level: "advisory",
  types: identityProviders,
  why: "An app that goes by the address takes one that anybody may have typed in at the provider for proven.",
  fix: "Map email_verified in attributeMapping beside email.",
  source:
    "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html",
  checkResource: ({ properties }) => {
    if (silent.includes(readText(properties, "providerType") ?? "")) return [];
    if (read(properties, "attributeMapping", "email").state === "absent") return [];
    switch (read(properties, "attributeMapping", "email_verified").state) {
      case "known":
        return [];
      case "absent":
        return ["Nothing tells whether a user owns the address: attributeMapping has email without email_verified."];
      case "unknown":
        return read(properties, "attributeMapping").state === "unknown"
          ? [
              "Nothing shows whether a verified address is told from another: attributeMapping is not known before the deployment.",
            ]
          : [];
    }
  },
};
