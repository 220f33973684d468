import type { EngineResult } from "../engine/contract";
import { accessChanges } from "./access-changes";
import { accessTable, code, fenced, violationTable } from "./markdown";
import { type ResourceChange, resourceChanges } from "./resource-changes";
import { type Declared, waysIn } from "./ways-in";

/** One stack in a pull request. */
export interface StackInRequest {
  readonly stack: string;
  /** What the base branch declares. Default: the stack is new. */
  readonly before?: readonly Declared[];
  /** What the pull request declares. Default: the stack is gone. */
  readonly after?: readonly Declared[];
  /** What the check said. Default: it did not come to this stack. */
  readonly check?: Pick<EngineResult, "status" | "violations">;
}

/** By its first line the comment is found again, to be updated. */
export const marker = "<!-- gatehouse: what this pull request changes -->";

/**
 * The most characters that the comment has. GitHub refuses more than 65,536, and says so only then.
 * @see https://github.com/danger/danger/issues/424
 */
export const longest = 60_000;

/** The whole comment: for each stack the verdict, who gets in, violations, and the resources that change. */
export function comment(stacks: readonly StackInRequest[]): string {
  const heads = stacks.map(head);
  const used = [marker, ...heads.flat()].join("\n").length;
  const share = Math.floor((longest - used) / Math.max(1, stacks.length)) - 400;
  const bodies = stacks.map((stack, index) => [...heads[index]!, ...details(changesOf(stack), share)]);
  const all = [marker, "## What this pull request changes", ...bodies.flatMap((lines) => ["", ...lines])];
  return `${cut(all, longest).join("\n")}\n`;
}

const changesOf = ({ before = [], after = [] }: StackInRequest) => resourceChanges(before, after);

const verdicts = {
  ok: "ok",
  violated: "violates a mandatory policy",
  failed: "failed; the job's log says why",
} as const;

function head(request: StackInRequest): string[] {
  const { stack, before, after, check } = request;
  const verdict = check ? verdicts[check.status] : "was not checked";
  const access = accessChanges(waysIn(before ?? []), waysIn(after ?? []));
  const only = before === undefined ? "It is new. " : after === undefined ? "It is gone. " : "";
  return [
    `### ${code(stack)}: ${verdict}`,
    "",
    `${only}${counts(changesOf(request))}`,
    ...accessTable(access, "Access changes"),
    ...violationTable(check?.violations ?? []),
  ];
}

function counts(changes: readonly ResourceChange[]): string {
  const words = { add: "to add", change: "to change", remove: "to remove" } as const;
  const parts = (["add", "change", "remove"] as const).flatMap((kind) => {
    const number = changes.filter((change) => change.kind === kind).length;
    return number > 0 ? [`${number} ${words[kind]}`] : [];
  });
  return parts.length > 0 ? `Resources: ${parts.join(" · ")}` : "No resource changes.";
}

const signs = { add: "+", remove: "-", change: "!" } as const;

/** A folded list of the resources that change, as a diff. */
function details(changes: readonly ResourceChange[], most: number): string[] {
  if (changes.length === 0) return [];
  const lines = changes.flatMap(({ kind, type, name, lines }) => [
    `${signs[kind]} ${type} ${name}`,
    ...lines.map((line) => `    ${line.replace(/\s+/g, " ")}`),
  ]);
  const count = `${changes.length} ${changes.length === 1 ? "resource" : "resources"}`;
  return ["", `<details><summary>${count}</summary>`, "", ...fenced(cut(lines, most), "diff"), "", "</details>"];
}

/** As many whole lines as fit. */
function cut(lines: readonly string[], most: number): string[] {
  let left = most;
  const kept = lines.filter((line) => {
    left -= line.length + 1;
    return left >= 0;
  });
  return kept.length === lines.length ? kept : [...kept, `... and ${lines.length - kept.length} lines more`];
}
