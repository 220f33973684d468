import type { EngineResult } from "../engine/contract";
import type { Command } from "./arguments";
import { exitCode } from "./fault";
import { stacksOf } from "./project";
import { renderPreviews } from "./render/previews";
import { renderSummary } from "./render/summary";
import { renderTree } from "./render/tree";
import { showEntries } from "./render/value";
import { renderViolations } from "./render/violations";
import { run } from "./run";
import type { Terminal } from "./terminal";

/** Previews one stack after the other. */
export async function preview(command: Command, terminal: Terminal): Promise<number> {
  const stacks = stacksOf(command);
  const results: EngineResult[] = [];
  for (const stack of stacks) {
    terminal.progress(`previewing ${stack} ...`);
    const result = await run(command, stack, terminal, { mode: "preview" });
    results.push(result);
    if (command.format === "text")
      for (const line of renderPreview(command, stack, result, terminal)) terminal.print(line);
  }
  if (command.format !== "text") terminal.print(renderPreviews(command.format, command.directory, stacks, results));
  return Math.max(...results.map(({ status }) => exitCode[status]));
}

function renderPreview({ diff }: Command, stack: string, result: EngineResult, { paint }: Terminal): string[] {
  const { outputs, state, violations, status } = result;
  if (status === "failed") return [renderSummary(stack, "preview", result, paint)];
  return [
    ...renderTree(state.resources, paint, diff),
    ...(Object.keys(outputs).length > 0 ? ["Outputs:", ...showEntries(outputs).map((line) => `  ${line}`)] : []),
    ...renderViolations(violations, paint),
    renderSummary(stack, "preview", result, paint),
  ];
}
