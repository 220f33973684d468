import { toDeployment } from "../engine/deployment";
import type { Command } from "./arguments";
import { exitCode } from "./fault";
import { stacksOf } from "./project";
import { run } from "./run";
import type { Terminal } from "./terminal";

/** Prints what `pulumi stack export` would after a first `up`, simulated afresh. */
async function exportStack(command: Command, terminal: Terminal): Promise<number> {
  const [stack = ""] = stacksOf(command);
  terminal.progress(`simulating ${stack} ...`);
  const { state, status } = await run(command, stack, terminal, { mode: "up", policyPacks: [] });
  if (status === "ok") terminal.print(JSON.stringify(toDeployment(state), undefined, 2));
  return exitCode[status];
}

export { exportStack as export };
