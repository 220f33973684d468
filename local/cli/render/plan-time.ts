import { unlisted } from "../../plan-time/create-times";
import type { ChainLink, PlanTime } from "../../plan-time/plan-time";
import type { Paint } from "../terminal";

/** How long a first `pulumi up` would take, and what it would wait for. */
export function renderPlanTime(stack: string, plan: PlanTime, paint: Paint): string[] {
  const { resources, idealSeconds, parallel, parallelSeconds, sequentialSeconds, chain, unlistedTypes } = plan;
  const estimates = chain.filter(({ origin }) => origin === "estimate").length;
  return [
    paint("bold", `A first \`pulumi up\` of ${stack}, ${resources} resources, by typical times:`),
    ...columns([
      [duration(idealSeconds), "with no limit on what happens at once: the longest chain"],
      [duration(parallelSeconds), `with ${parallel} at a time, Pulumi's default on a machine with four cores`],
      [duration(sequentialSeconds), "one after the other"],
    ]),
    paint("bold", "The longest chain:"),
    ...columns(chain.map(toRow)),
    `${estimates} of these ${chain.length} times are estimates. All are in local/plan-time/create-times.ts, each with its origin.`,
    ...(unlistedTypes.length > 0
      ? [
          `${unlistedTypes.length} more ${unlistedTypes.length === 1 ? "type is" : "types are"} taken to need ${unlisted.seconds} s, for want of a time; --json names them.`,
        ]
      : []),
  ];
}

const toRow = ({ startSeconds, seconds, type, name, origin }: ChainLink): string[] => [
  `at ${duration(startSeconds)}`,
  `for ${duration(seconds)}`,
  type.replace(/\/[^:]+/, ""),
  name,
  origin,
];

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join("  ")}`.trimEnd());
}

/** `45 s`, `17 min 5 s`, `15 min`. */
export function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
