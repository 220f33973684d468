import { createHash } from "node:crypto";
import type { Policy, Violation } from "../engine/contract";
import type { ResourceState } from "../engine/model";
import type { Report } from "./report";

/**
 * The stacks as a SARIF 2.1.0 log: a run for each stack and policy pack. A violation of a mandatory policy is an error, of
 * an advisory one a warning, a remediation a note. A result names the resource by its URN, and by the line that
 * created it where the engine knows one within the project.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * @see https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export const sarif = (reports: readonly Report[]) => ({
  $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  version: "2.1.0",
  runs: reports.flatMap(runsOf),
});

function runsOf(report: Report) {
  const packs = [...new Set(report.policies.map(({ policyPack }) => policyPack))];
  // A stack that failed before its packs were up still has something to say.
  const drivers = packs.length > 0 ? packs : report.status === "failed" ? ["policies"] : [];
  return drivers.map((pack) => runOf(report, pack));
}

function runOf(report: Report, pack: string) {
  const rules = report.policies.filter(({ policyPack, level }) => policyPack === pack && level !== "disabled");
  const index = new Map(rules.map(({ name }, position) => [name, position]));
  const resources = new Map(report.resources.map((resource) => [resource.urn, resource]));
  const errors = report.diagnostics.filter(({ severity }) => severity === "error");
  const version = rules[0]?.packVersion;
  return {
    tool: { driver: { name: pack, ...(version && { version }), rules: rules.map(ruleOf) } },
    automationDetails: { id: `${pack}/${report.stack}/` },
    originalUriBaseIds: { "%SRCROOT%": { description: { text: "The project's folder" } } },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: report.status !== "failed",
        ...(errors.length > 0 && {
          toolExecutionNotifications: errors.map(({ message }) => ({ level: "error", message: { text: message } })),
        }),
      },
    ],
    results: report.violations
      .filter(({ policyPack }) => policyPack === pack)
      .map((violation) => resultOf(violation, index.get(violation.policy), resources.get(violation.urn))),
  };
}

const levelOf = { mandatory: "error", advisory: "warning", remediate: "note", disabled: "none" } as const;

/** What GitHub sorts by: the middle of each of its bands. */
const securitySeverity = { critical: "9.5", high: "8.0", medium: "5.5", low: "2.0", unspecified: undefined } as const;

function ruleOf({ name, description, fix, url, level, severity, tags }: Policy) {
  const score = securitySeverity[severity];
  const text = description || name;
  return {
    id: name,
    shortDescription: { text },
    fullDescription: { text },
    ...(fix && { help: { text: fix } }),
    ...(url && { helpUri: url }),
    defaultConfiguration: { level: levelOf[level] },
    properties: { tags: [...new Set(["security", ...tags])], ...(score && { "security-severity": score }) },
  };
}

function resultOf(
  { policy, level, message, urn }: Violation,
  ruleIndex: number | undefined,
  resource: ResourceState | undefined,
) {
  const position = sourceOf(resource?.sourcePosition);
  return {
    ruleId: policy,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levelOf[level],
    message: { text: message.trimEnd() || policy },
    locations: [
      {
        ...(position && { physicalLocation: position }),
        logicalLocations: [{ name: urn.split("::").pop() ?? urn, fullyQualifiedName: urn, kind: "resource" }],
      },
    ],
    // The line moves with every edit above it; policy, resource and message say whether it is the same finding.
    partialFingerprints: { "policyResourceMessage/v1": sha256([policy, urn, message].join("\n")) },
  };
}

/**
 * `project:///infra/index.ts#14,12` as a place in a file; undefined outside the project and within its packages.
 * Lines and columns count from 1.
 */
function sourceOf(position: string | undefined) {
  const [, path = "", line, column] = /^project:\/\/\/(.+)#(\d+)(?:,(\d+))?$/.exec(position ?? "") ?? [];
  if (line === undefined || Number(line) < 1 || /^(\.\.\/|\/)|(^|\/)node_modules\//.test(path)) return undefined;
  return {
    artifactLocation: { uri: encodeURI(path), uriBaseId: "%SRCROOT%" },
    region: { startLine: Number(line), ...(Number(column) > 0 && { startColumn: Number(column) }) },
  };
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
