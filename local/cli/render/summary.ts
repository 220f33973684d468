import type { Diagnostic, EngineResult } from "../../engine/contract";
import type { Paint } from "../terminal";

const planned = {
  create: "to create",
  update: "to update",
  replace: "to replace",
  delete: "to delete",
  read: "to read",
  same: "unchanged",
} as const;
const done = {
  create: "created",
  update: "updated",
  replace: "replaced",
  delete: "deleted",
  read: "read",
  same: "unchanged",
} as const;

type Summarized = Pick<EngineResult, "status" | "violations" | "changes" | "durationMs">;

/** One line: what became of the stack, how much there was, and how long it took. */
export function renderSummary(stack: string, mode: "preview" | "up", result: Summarized, paint: Paint): string {
  const words = mode === "preview" ? planned : done;
  const kinds = Object.keys(words) as (keyof typeof words)[];
  const counts = kinds
    .filter((kind) => result.changes[kind] > 0)
    .map((kind) => `${result.changes[kind]} ${words[kind]}`);
  const { status, violations, durationMs } = result;
  const time = `${(durationMs / 1000).toFixed(1)} s`;
  // What had been registered by then says nothing: the message above tells what is wrong.
  if (status === "failed") return `${paint("bold", stack)} ${paint("red", "failed")} after ${time}`;
  const verdict = { ok: paint("green", "ok"), violated: paint("red", "violates a mandatory policy") }[status];
  const broken = violations.length === 0 ? [] : [counted(violations.length, "violation")];
  const all = [...(counts.length > 0 || status !== "ok" ? counts : ["no resources"]), ...broken, time];
  return `${paint("bold", stack)} ${verdict}: ${all.join(", ")}`;
}

/** One line: what the policies say of a stack that exists. */
export function renderJudgement(
  stack: string,
  resources: number,
  { status, violations, durationMs }: Omit<Summarized, "changes">,
  paint: Paint,
): string {
  const time = `${(durationMs / 1000).toFixed(1)} s`;
  if (status === "failed") return `${paint("bold", stack)} ${paint("red", "failed")} after ${time}`;
  const verdict = { ok: paint("green", "ok"), violated: paint("red", "violates a mandatory policy") }[status];
  const judged = [
    counted(resources, "resource"),
    ...(violations.length > 0 ? [counted(violations.length, "violation")] : []),
  ];
  return `${paint("bold", stack)} ${verdict}: ${[...judged, time].join(", ")}`;
}

const counted = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

const formats = { error: "red", warning: "yellow", info: "dim", debug: "dim" } as const;

/** A message as it comes, with the resource that it is about. */
export function renderDiagnostic({ severity, message, urn }: Diagnostic, paint: Paint): string {
  const type = urn?.split("::")[2]?.split("$").pop();
  const about = type === undefined || type === "pulumi:pulumi:Stack" ? "" : `${urn?.split("::").pop()}: `;
  const label = severity === "info" ? "" : `${severity}: `;
  return `${paint(formats[severity], label)}${about}${message.trimEnd()}`;
}
