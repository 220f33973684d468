import { resolve } from "node:path";
import { type Command, understand } from "./cli/arguments";
import { CommandFault, exitCode } from "./cli/fault";
import { help } from "./cli/help";
import { type Terminal, terminal } from "./cli/terminal";
import type { VerbName } from "./cli/verbs";
import { ProjectError } from "./engine/project/faults";

type Run = (command: Command, terminal: Terminal) => Promise<number>;

/** Runs a command line as this process, and sets its exit status. @see commandLine */
export async function main(argv: readonly string[]): Promise<void> {
  // `... | head` closes the pipe early; that is no fault.
  process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") process.exit(process.exitCode ?? 0);
  });
  process.exitCode = await commandLine(argv, terminal(process.stdout, process.stderr, process.env));
}

/**
 * Runs a command line.
 * @param argv what follows the program's name
 * @returns the exit status: 0 all is well, 1 a mandatory policy is violated, 2 the program, its configuration or the command
 * line is at fault, 130 interrupted
 */
export async function commandLine(argv: readonly string[], io: Terminal): Promise<number> {
  const understood = understand(argv, resolve());
  switch (understood.kind) {
    case "help":
      io.print(help(understood.verb));
      return exitCode.ok;
    case "wrong":
      io.note(`${understood.message} (see \`npm run local -- help\`)`);
      return exitCode.failed;
    case "run":
      return carryOut(understood.command, io);
  }
}

async function carryOut(command: Command, io: Terminal): Promise<number> {
  try {
    return await verb(command.verb)(command, io);
  } catch (error) {
    if (error instanceof Error && error.name === "Interrupted") return 130;
    const isExpected = error instanceof CommandFault || error instanceof ProjectError;
    const message = error instanceof Error ? error.message : String(error);
    io.note(`${io.notePaint("red", "error:")} ${command.verbose && error instanceof Error ? error.stack : message}`);
    if (!isExpected && !command.verbose) io.note("--verbose shows where this comes from.");
    return exitCode.failed;
  }
}

/** Only the verb that runs is loaded. */
const verb = (name: VerbName): Run => (require(`./cli/${name}`) as Readonly<Record<string, Run>>)[name]!;
