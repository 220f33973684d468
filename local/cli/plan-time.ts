import { toDeployment } from "../engine/deployment";
import type { Command } from "./arguments";
import { exitCode } from "./fault";
import { stacksOf } from "./project";
import { run } from "./run";
import type { Terminal } from "./terminal";

/** Shows how long a first `pulumi up` would typically take, and its longest chain. */
async function showPlanTime(command: Command, terminal: Terminal): Promise<number> {
  const [stack = ""] = stacksOf(command);
  terminal.progress(`simulating ${stack} ...`);
  const { state, status } = await run(command, stack, terminal, { mode: "up", policyPacks: [] });
  if (status !== "ok") return exitCode[status];
  const { planTime } = require("../plan-time/plan-time") as typeof import("../plan-time/plan-time");
  const { renderPlanTime } = require("./render/plan-time") as typeof import("./render/plan-time");
  const plan = planTime(toDeployment(state));
  if (command.json) terminal.print(JSON.stringify({ stack, ...plan }, undefined, 2));
  else for (const line of renderPlanTime(stack, plan, terminal.paint)) terminal.print(line);
  return exitCode.ok;
}

export { showPlanTime as "plan-time" };
