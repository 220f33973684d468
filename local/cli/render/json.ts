import type { EngineResult } from "../../engine/contract";
import { toDeployment } from "../../engine/deployment";
import { conceal } from "./value";

/** A run for machines: Pulumi's own deployment JSON, and beside it what the policies said. Secrets are hidden. */
export function renderJson(stack: string, mode: "preview" | "up", result: EngineResult) {
  return {
    stack,
    mode,
    status: result.status,
    deployment: toDeployment(result.state),
    outputs: conceal(result.outputs),
    violations: result.violations.map(({ policyPack, policy, level, severity, message, urn }) => ({
      policyPack,
      policy,
      level,
      severity,
      message,
      urn,
    })),
    durationMs: result.durationMs,
  };
}
