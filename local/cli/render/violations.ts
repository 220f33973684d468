import type { Violation } from "../../engine/contract";
import type { Paint } from "../terminal";

const order = { mandatory: 0, remediate: 1, advisory: 2 } as const;

/** Violations by policy, the mandatory ones first: where each is, and what to do. */
export function renderViolations(violations: readonly Violation[], paint: Paint): string[] {
  if (violations.length === 0) return [];
  const byPolicy = new Map<string, Violation[]>();
  for (const violation of violations) {
    const key = `${order[violation.level]} ${violation.policyPack} ${violation.policy}`;
    byPolicy.set(key, [...(byPolicy.get(key) ?? []), violation]);
  }
  const groups = [...byPolicy].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  return ["Policy violations:", ...groups.flatMap((group) => renderGroup(group, paint))];
}

function renderGroup(group: readonly Violation[], paint: Paint): string[] {
  const { level, policy, policyPack, severity } = group[0]!;
  const label = paint(level === "mandatory" ? "red" : "yellow", `[${level}]`);
  const grade = severity === "unspecified" ? "" : `, ${severity}`;
  return [
    `  ${label} ${paint("bold", policy)} (${policyPack}${grade})`,
    ...group.flatMap(({ message, urn }) => [
      `    ${paint("bold", urn.split("::").pop() ?? urn)}  ${paint("dim", urn)}`,
      ...message
        .trimEnd()
        .split("\n")
        .map((line) => `      ${line}`),
    ]),
  ];
}
