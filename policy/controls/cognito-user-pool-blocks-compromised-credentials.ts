import type { Control } from "../control";
import { riskConfigurations, userPools } from "../model/cognito-types";
import { readTexts, whyNot } from "../model/demand";
import { poolsWithout } from "../model/risk-configuration";
import { read } from "../reading";
import type { Resource } from "../resource";

const part = "compromisedCredentialsRiskConfiguration";

export const cognitoUserPoolBlocksCompromisedCredentials: Control = {
  id: "cognito-user-pool-blocks-compromised-credentials",
  title: "Nobody signs in with a password that is known to have leaked.",
  severity: "medium",
  level: "advisory",
  types: [...riskConfigurations, ...userPools],
  why: "Thieves try passwords that leaked elsewhere, and people use one password in many places.",
  fix: `Enforce threat protection, and declare a RiskConfiguration whose ${part} blocks SIGN_IN.`,
  source:
    "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-compromised-credentials.html",
  elsewhere: { prowler: "cognito_user_pool_blocks_compromised_credentials_sign_in_attempts" },
  checkResource: (resource) => {
    if (!riskConfigurations.includes(resource.type) || read(resource.properties, part).state === "absent") return [];
    const reason = whyLets(resource);
    return reason === undefined ? [] : [`Whoever has a leaked password can sign in with it: ${reason}.`];
  },
  checkStack: (stack) => poolsWithout(stack, part, "Whoever has a leaked password can sign in with it"),
};

/** An absent filter means every event. */
function whyLets({ properties }: Resource): string | undefined {
  const action = read(properties, part, "actions", "eventAction");
  const events = ["eventFilters", "eventFilter"].flatMap((name) => readTexts(read(properties, part, name)).texts);
  if (events.length > 0 && !events.includes("SIGN_IN")) return "the event filter leaves SIGN_IN out";
  return whyNot("eventAction", action, ["BLOCK"], "NO_ACTION");
}
