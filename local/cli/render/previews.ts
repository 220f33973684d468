import type { EngineResult } from "../../engine/contract";
import { reportOf } from "../../report/report";
import type { Format } from "../format";
import { loadState } from "../saved-stack";
import { renderJson } from "./json";
import { renderReports } from "./report";

/** Previews in the format that was asked for, told all at once. Markdown compares access with the stack that `up` kept. */
export function renderPreviews(
  format: Exclude<Format, "text">,
  directory: string,
  stacks: readonly string[],
  results: readonly EngineResult[],
): string {
  const reports = results.map((result, index) => {
    const stack = stacks[index]!;
    const kept = format === "markdown" ? loadState(directory, stack)?.resources : undefined;
    return reportOf(stack, result, kept);
  });
  const objects = () => results.map((result, index) => renderJson(stacks[index]!, "preview", result));
  return renderReports(format, reports, objects);
}
