import type { Control } from "../control";
import { userPools } from "../model/cognito-types";
import { whyNot } from "../model/demand";
import { read } from "../reading";

export const cognitoUserPoolPlusTier: Control = {
  id: "cognito-user-pool-plus-tier",
  title: "A user pool has the tier that brings threat protection.",
  severity: "low",
  level: "advisory",
  types: userPools,
  why: "Without the PLUS tier there is no threat protection, and no export of what users did.",
  fix: "Set userPoolTier to PLUS.",
  source: "https://docs.aws.amazon.com/cognito/latest/developerguide/feature-plans-features-plus.html",
  elsewhere: { "cdk-nag": "AwsSolutions-COG8" },
  checkResource: ({ properties }) => {
    const reason = whyNot("userPoolTier", read(properties, "userPoolTier"), ["PLUS"], "ESSENTIALS");
    return reason === undefined ? [] : [`Attacks on this pool's users cannot be told from sign-ins: ${reason}.`];
  },
};
