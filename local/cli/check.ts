import type { EngineResult } from "../engine/contract";
import { listStacks } from "../engine/project";
import type { Command } from "./arguments";
import { CommandFault, exitCode } from "./fault";
import { policyPacksOf } from "./project";
import { renderPreviews } from "./render/previews";
import { renderSummary } from "./render/summary";
import { renderViolations } from "./render/violations";
import { noteDiagnostics, run } from "./run";
import type { Terminal } from "./terminal";

/** A program and a policy pack each keep a core busy, so more at once would only wait for each other. */
const atOnce = 2;

/** Previews every stack with the policies, two at a time; each is told in order. */
export async function check(command: Command, terminal: Terminal): Promise<number> {
  const stacks = command.stacks.length > 0 ? command.stacks : listStacks(command.directory);
  if (stacks.length === 0) throw new CommandFault("there is no Pulumi.<stack>.yaml here, so there is nothing to check");
  if (policyPacksOf(command).length === 0)
    terminal.note("no policy pack was given or found: only the programs are checked");
  terminal.progress(`checking ${stacks.join(", ")} ...`);

  const waiting = [...stacks.entries()];
  const results: EngineResult[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, stack] = next;
      const onDiagnostic = noteDiagnostics(command, terminal, stacks.length > 1 ? `${stack}: ` : "");
      results[index] = await run(command, stack, terminal, { mode: "preview", onDiagnostic });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));

  if (command.format !== "text") terminal.print(renderPreviews(command.format, command.directory, stacks, results));
  else {
    for (const [index, result] of results.entries()) {
      for (const line of renderViolations(result.violations, terminal.paint)) terminal.print(line);
      terminal.print(renderSummary(stacks[index]!, "preview", result, terminal.paint));
    }
  }
  return Math.max(...results.map(({ status }) => exitCode[status]));
}
