import { type AnalyzerInfo, EnforcementLevel, PolicySeverity } from "@pulumi/pulumi/proto/analyzer_pb";
import type { Policy, Violation } from "../contract";
import type { PolicySetting } from "./config";

/** The policies of a pack with the levels that are in force. */
export const policiesOf = (
  info: AnalyzerInfo,
  settings: ReadonlyMap<string, Pick<PolicySetting, "level">>,
): readonly Policy[] =>
  info.getPoliciesList().map((policy) => ({
    policyPack: info.getName(),
    packVersion: info.getVersion(),
    name: policy.getName(),
    level: levelName(settings.get(policy.getName())?.level ?? policy.getEnforcementlevel()),
    severity: severityName(policy.getSeverity()),
    description: policy.getDescription(),
    fix: policy.getRemediationSteps(),
    url: policy.getUrl(),
    tags: policy.getTagsList(),
  }));

function levelName(level: EnforcementLevel): Policy["level"] {
  switch (level) {
    case EnforcementLevel.MANDATORY:
      return "mandatory";
    case EnforcementLevel.REMEDIATE:
      return "remediate";
    case EnforcementLevel.DISABLED:
      return "disabled";
    default:
      return "advisory";
  }
}

export function severityName(severity: PolicySeverity): Violation["severity"] {
  switch (severity) {
    case PolicySeverity.POLICY_SEVERITY_LOW:
      return "low";
    case PolicySeverity.POLICY_SEVERITY_MEDIUM:
      return "medium";
    case PolicySeverity.POLICY_SEVERITY_HIGH:
      return "high";
    case PolicySeverity.POLICY_SEVERITY_CRITICAL:
      return "critical";
    default:
      return "unspecified";
  }
}
