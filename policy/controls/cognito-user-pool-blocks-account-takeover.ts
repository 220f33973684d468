import type { Control } from "../control";
import { riskConfigurations, userPools } from "../model/cognito-types";
import { whyNot } from "../model/demand";
import { poolsWithout } from "../model/risk-configuration";
import { type Properties, read } from "../reading";

const part = "accountTakeoverRiskConfiguration";

export const cognitoUserPoolBlocksAccountTakeover: Control = {
  id: "cognito-user-pool-blocks-account-takeover",
  title: "A sign-in that looks like a thief's is blocked, at every level of risk that configuration names.",
  severity: "medium",
  level: "advisory",
  types: [...riskConfigurations, ...userPools],
  why: "A thief with the right password comes from a new device and place; a risk that is let through is an account lost.",
  fix: `Enforce threat protection, and declare a RiskConfiguration whose ${part} blocks low, medium and high risks.`,
  source:
    "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-adaptive-authentication.html",
  elsewhere: { prowler: "cognito_user_pool_blocks_potential_malicious_sign_in_attempts" },
  settings: {
    risks: {
      type: "array",
      description: 'a list of the levels of risk that must be blocked: "low", "medium", "high"',
      default: ["low", "medium", "high"],
      items: { type: "string", pattern: "^(low|medium|high)$", description: '"low", "medium" or "high"' },
    },
  },
  checkResource: ({ type, properties }, settings) => {
    if (!riskConfigurations.includes(type) || read(properties, part).state === "absent") return [];
    const risks = (settings.risks ?? ["low", "medium", "high"]) as readonly string[];
    const open = risks.filter((risk) => !blocks(properties, risk));
    return open.length === 0
      ? []
      : [
          `Whoever has stolen a password can sign in with it: what looks like a ${open.join(" or ")} risk is not blocked.`,
        ];
  },
  checkStack: (stack) => poolsWithout(stack, part, "Whoever has stolen a password can sign in with it"),
};

function blocks(properties: Properties, risk: string): boolean {
  const action = read(properties, part, "actions", `${risk}Action`, "eventAction");
  return whyNot("eventAction", action, ["BLOCK"], "NO_ACTION") === undefined;
}
