import * as pulumi from "@pulumi/pulumi";
import { judgeLimits, type LimitsArgs, planLimits } from "./plan-limits";

/**
 * Warns of what comes near one of AWS's limits. To be called before anything is registered: AWS itself would refuse the first
 * resource too many when the others are made.
 * @throws {pulumi.RunError} naming everything that is over a limit
 */
export function checkLimits(args: LimitsArgs): void {
  const { faults, warnings } = judgeLimits(planLimits(args));
  for (const warning of warnings) void pulumi.log.warn(warning);
  if (faults.length > 0)
    throw new pulumi.RunError(`AWS would not take the APIs:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
}
