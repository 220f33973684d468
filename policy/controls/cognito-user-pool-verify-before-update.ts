import type { Control } from "../control";
import { userPools } from "../model/cognito-types";
import { readFirst, readTexts } from "../model/demand";
import { type Properties, type Reading, read } from "../reading";

/** The attributes that Cognito can verify. */
const addresses = ["email", "phone_number"];

export const cognitoUserPoolVerifyBeforeUpdate: Control = {
  id: "cognito-user-pool-verify-before-update",
  title: "A user's new address takes effect when it is verified.",
  severity: "medium",
  level: "advisory",
  types: userPools,
  why: "A mistyped address locks the user out, and an unverified one can be somebody else's that apps then go by.",
  fix: "List every attribute of autoVerifiedAttributes in userAttributeUpdateSettings too.",
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-email-phone-verification.html",
  checkResource: ({ properties }) => {
    const settings = read(properties, "userAttributeUpdateSettings");
    const { texts, isPartlyUnknown } = readTexts(
      settings.state === "unknown" ? settings : verifiedBeforeUpdate(properties),
    );
    if (isPartlyUnknown)
      return [
        "Nothing shows that a new address is verified before it is used: userAttributeUpdateSettings is not known before the deployment.",
      ];
    const verified = readTexts(read(properties, "autoVerifiedAttributes")).texts;
    const missing = addresses.filter((name) => verified.includes(name) && !texts.includes(name));
    if (missing.length === 0 && texts.length > 0) return [];
    return [
      `A new address is used before anyone has verified it: userAttributeUpdateSettings lacks ${missing.join(" and ") || "every attribute"}.`,
    ];
  },
};

/** CloudFormation's name for the list has no plural. */
function verifiedBeforeUpdate(properties: Properties): Reading {
  const settings = read(properties, "userAttributeUpdateSettings");
  if (settings.state !== "known") return settings;
  const name = "attributesRequireVerificationBeforeUpdate";
  return readFirst(settings.value as Properties, `${name}s`, name);
}
