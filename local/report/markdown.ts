import type { EngineResult, Violation } from "../engine/contract";
import { type AccessChange, accessChanges } from "./access-changes";
import type { Report } from "./report";
import { declared, waysIn } from "./ways-in";

/**
 * A stack for a pull request's comment, in GitHub's Markdown: verdict, violations by level, and who gets in.
 * @see https://github.github.com/gfm/
 */
export function markdown(report: Report): readonly string[] {
  const { stack, status, violations } = report;
  if (status === "failed") return [`### ${code(stack)}: failed`, "", ...failure(report)];
  return [
    `### ${code(stack)}: ${verdicts[status]}`,
    "",
    numbers(report),
    ...violationTable(violations),
    ...access(report),
  ];
}

const verdicts = { ok: "ok", violated: "violates a mandatory policy" } as const;

/** What the program, its configuration or the engine said. */
function failure({ diagnostics }: Pick<Report, "diagnostics">): string[] {
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message.trimEnd());
  return fenced(errors.length > 0 ? errors : ["no reason was given"]);
}

const planned: readonly (readonly [keyof EngineResult["changes"], string])[] = [
  ["create", "to create"],
  ["update", "to update"],
  ["replace", "to replace"],
  ["delete", "to delete"],
];

function numbers({ resources, changes, violations }: Report): string {
  const plan = planned.flatMap(([kind, words]) => (changes?.[kind] ? [`${changes[kind]} ${words}`] : []));
  const counts = plan.length > 0 ? plan : [counted(resources.length, "resource")];
  const byLevel = levels.flatMap((level) => {
    const number = violations.filter((violation) => violation.level === level).length;
    return number > 0 ? [`${number} ${level}`] : [];
  });
  return [...counts, byLevel.length > 0 ? `violations: ${byLevel.join(", ")}` : "no violations"].join(" · ");
}

const counted = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

const levels = ["mandatory", "remediate", "advisory"] as const;

/** The mandatory ones first; empty when there are none. */
export function violationTable(violations: readonly Violation[]): string[] {
  if (violations.length === 0) return [];
  const sorted = levels.flatMap((level) => violations.filter((violation) => violation.level === level));
  return [
    "",
    "| level | policy | resource | what is wrong |",
    "| --- | --- | --- | --- |",
    ...sorted.map(({ level, policy, urn, message }) =>
      row(level === "mandatory" ? `**${level}**` : level, code(policy), code(nameOf(urn)), cell(message.trimEnd())),
    ),
  ];
}

/** The routes that anyone may call, and what differs from the stack that was kept. */
function access({ resources, kept }: Report): string[] {
  const ways = waysIn(resources.map(declared));
  const open = ways.filter(({ isOpen, isPreflight }) => isOpen && !isPreflight);
  if (ways.length === 0) return [];
  const list = open.map(({ label }) => code(label)).join(", ");
  return [
    "",
    `Open to anyone: ${open.length === 0 ? "nothing" : list}; ${counted(ways.length, "way")} in altogether.`,
    ...(kept ? accessTable(accessChanges(waysIn(kept.map(declared)), ways), "Access changes since the last `up`") : []),
  ];
}

/** Empty when access stays as it is. */
export function accessTable(changes: readonly AccessChange[], title: string): string[] {
  if (changes.length === 0) return [];
  return [
    "",
    `**${title}**`,
    "",
    "| | way in | before | after |",
    "| --- | --- | --- | --- |",
    ...changes.map(({ kind, label, before, after }) =>
      row(kind === "opens" ? "**opens**" : kind, code(label), cell(before ?? ""), cell(after ?? "")),
    ),
  ];
}

const row = (...cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const nameOf = (urn: string): string => urn.split("::").pop() ?? urn;

/** Text that stays text: no markup, no mention of a person, no reference to an issue. Addresses stay links. */
export const cell = (text: string): string =>
  text
    .split(/(https:\/\/[^\s<>|"]+)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[&<>@#|`*_[\]\\~]/g, entity)))
    .join("")
    .replace(/\r?\n/g, "<br>");

const entity = (character: string): string => `&#${character.charCodeAt(0)};`;

/** Code within a table; GitHub takes a vertical line for a column's end even there. */
export const code = (text: string): string => {
  const flat = text.replace(/\s+/g, " ").trim();
  return /[`|]/.test(flat) || flat === "" ? `<code>${cell(flat)}</code>` : `\`${flat}\``;
};

/** A block that no line of it can end. */
export function fenced(lines: readonly string[], language = ""): string[] {
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([ticks]) => ticks.length)));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence];
}
