import type { FunctionDeclaration } from "../../catalogue/define/function";
import type { Fault } from "../faults";
import type { Situation } from "./rule";

const essentials = "it needs userPool.tier essentials or plus";
const plus = "it needs userPool.tier plus";

/**
 * What a feature plan leaves out.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html
 */
export function* planRules({ settings, catalogue }: Situation): Generator<Fault> {
  const { tier, firstFactors, mfa, password, threatProtection, logExport } = settings.userPool;
  if (tier === "lite") {
    const functions: FunctionDeclaration[] = Object.values(catalogue.functions);
    if (functions.some(({ trigger }) => trigger === "preTokenGeneration"))
      yield {
        path: "userPool.tier",
        found: tier,
        sentence: "the catalogue's pre token generation function changes access tokens, which needs essentials or plus",
      };
    for (const factor of firstFactors.filter((one) => one !== "password"))
      yield { path: "userPool.firstFactors", found: factor, sentence: essentials };
    if (mfa.factors.includes("email")) yield { path: "userPool.mfa.factors", found: "email", sentence: essentials };
    if (password.history > 0)
      yield { path: "userPool.password.history", found: password.history, sentence: essentials };
    if (settings.tokens.rotation)
      yield { path: "tokens.rotation", found: settings.tokens.rotation, sentence: essentials };
  }
  if (tier !== "plus") {
    if (threatProtection.mode !== "off")
      yield { path: "userPool.threatProtection.mode", found: threatProtection.mode, sentence: plus };
    if (logExport.includes("authEvents")) yield { path: "userPool.logExport", found: "authEvents", sentence: plus };
  }
}
