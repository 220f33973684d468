import type { Diagnostic, EngineResult } from "../engine/contract";
import type { StackState } from "../engine/model";
import type { Command } from "./arguments";
import { policyPacksOf } from "./project";
import { renderDiagnostic } from "./render/summary";
import type { Terminal } from "./terminal";

export interface RunOptions {
  readonly mode: "preview" | "up";
  readonly previous?: StackState;
  /** Where messages go as they come. Default: standard error. */
  readonly onDiagnostic?: (diagnostic: Diagnostic) => void;
  /** Default: what the command says. */
  readonly policyPacks?: readonly string[];
}

/**
 * Runs one stack, showing messages as they come. Ctrl-C ends what it started.
 * @throws Interrupted after Ctrl-C or SIGTERM.
 */
export async function run(
  command: Command,
  stack: string,
  terminal: Terminal,
  options: RunOptions,
): Promise<EngineResult> {
  const { runStack } = require("../engine/engine") as typeof import("../engine/engine");
  const { onDiagnostic = noteDiagnostics(command, terminal), ...rest } = options;
  const controller = new AbortController();
  const interrupt = (): void => controller.abort(new Interrupted());
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  try {
    return await runStack({
      projectDirectory: command.directory,
      stack,
      policyPacks: policyPacksOf(command),
      ...(command.configFile !== undefined && { configFile: command.configFile }),
      onDiagnostic,
      signal: controller.signal,
      ...rest,
    });
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}

/** Writes messages to standard error; debug messages only where they were asked for. */
export const noteDiagnostics =
  ({ verbose }: Command, terminal: Terminal, prefix = "") =>
  (diagnostic: Diagnostic): void => {
    if (diagnostic.severity === "debug" && !verbose) return;
    terminal.note(prefix + renderDiagnostic(diagnostic, terminal.notePaint));
  };

/** The person had enough. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  override readonly message = "interrupted";
}
