import type { Fault } from "../faults";
import type { Situation } from "./rule";

/** Threat protection's lists of addresses. @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RiskExceptionConfigurationType.html */
export function* threatRules({ settings }: Situation): Generator<Fault> {
  const { threatProtection } = settings.userPool;
  if (threatProtection.mode === "off") return;
  for (const block of threatProtection.blockedAddresses)
    if (threatProtection.trustedAddresses.includes(block))
      yield {
        path: "userPool.threatProtection.trustedAddresses",
        found: block,
        sentence: "it is blocked, too; expected it in one of the two lists",
      };
}
