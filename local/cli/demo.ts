import type { Command } from "./arguments";
import { exitCode } from "./fault";
import { policyPacksOf, stacksOf } from "./project";
import type { Terminal } from "./terminal";

/** Tells the story of the stack on free ports. A step that does not hold makes the exit status 2. */
export async function demo(command: Command, terminal: Terminal): Promise<number> {
  const { runDemo } = require("../demo") as typeof import("../demo");
  const [stack = ""] = stacksOf(command, "dev");
  const held = await runDemo({
    projectDirectory: command.directory,
    stack,
    policyPacks: [...policyPacksOf(command)],
    upstreams: command.upstreams,
    print: (line) => terminal.print(line),
  });
  return held ? exitCode.ok : exitCode.failed;
}
