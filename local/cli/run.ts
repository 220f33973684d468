import type { Diagnostic, EngineResult } from "../engine/contract";
import type { StackState } from "../engine/model";
import type { Command } from "./arguments";
import { untilInterrupted } from "./interrupt";
import { policyPacksOf } from "./project";
import { findReferenced } from "./references";
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
  return untilInterrupted((signal) =>
    runStack({
      projectDirectory: command.directory,
      stack,
      policyPacks: policyPacksOf(command),
      ...(command.policyPackConfigs !== undefined && { policyPackConfigs: command.policyPackConfigs }),
      ...(command.configFile !== undefined && { configFile: command.configFile }),
      stackReference: (name) => findReferenced(name, command).state,
      onDiagnostic,
      signal,
      ...rest,
    }),
  );
}

/** Writes messages to standard error; debug messages only where they were asked for. */
export const noteDiagnostics =
  ({ verbose }: Command, terminal: Terminal, prefix = "") =>
  (diagnostic: Diagnostic): void => {
    if (diagnostic.severity === "debug" && !verbose) return;
    terminal.note(prefix + renderDiagnostic(diagnostic, terminal.notePaint));
  };
