import { relative } from "node:path";
import type { StackState } from "../engine/model";
import type { Command } from "./arguments";
import { CommandFault, exitCode } from "./fault";
import { requireFreePort } from "./free-port";
import { stacksOf } from "./project";
import { type Referenced, referencedBy } from "./references";
import { renderJson } from "./render/json";
import { renderRequest } from "./render/request";
import { renderSummary } from "./render/summary";
import { renderViolations } from "./render/violations";
import { run } from "./run";
import { forgetRunning, loadRunning, loadState, type Running, saveRunning, saveState } from "./saved-stack";
import type { Terminal } from "./terminal";
import { apiKeysOf, renderWelcome, suggest } from "./welcome";

/** Brings one stack up from where it was left, keeps it, and serves it until it is told to stop. */
export async function up(command: Command, terminal: Terminal): Promise<number> {
  const [stack = ""] = stacksOf(command, "dev");
  const { directory, json, serve } = command;
  const isServed = loadRunning(directory, stack);
  if (serve && !json && isServed)
    throw new CommandFault(`${stack} is already served, by process ${isServed.pid}; end that first`);
  if (serve && !json && command.port !== 0) await requireFreePort(command.port);
  terminal.progress(`bringing ${stack} up ...`);
  const previous = loadState(directory, stack);
  const result = await run(command, stack, terminal, { mode: "up", ...(previous && { previous }) });
  if (result.state.resources.length > 0 || previous !== undefined) saveState(directory, result.state);

  if (json) terminal.print(JSON.stringify(renderJson(stack, "up", result), undefined, 2));
  else {
    for (const line of renderViolations(result.violations, terminal.paint)) terminal.print(line);
    terminal.print(renderSummary(stack, "up", result, terminal.paint));
  }
  if (result.status === "ok" && serve && !json)
    await serveStack(command, result.state, referencedBy(result.state, command), terminal);
  return exitCode[result.status];
}

/** The stacks that it reads are served with it: its routes may stand on their APIs. */
async function serveStack(
  command: Command,
  own: StackState,
  others: readonly Referenced[],
  terminal: Terminal,
): Promise<void> {
  for (const { name, directory, state } of others) requireUnserved(name, loadRunning(directory, state.stack));
  const { joinStates } = require("../join-states") as typeof import("../join-states");
  const state = joinStates(
    own,
    others.map((other) => other.state),
  );
  const { startPlatform } = require("../platform") as typeof import("../platform");
  const { directory, port, upstreams } = command;
  const told = nextSignal();
  const platform = await startPlatform({
    state,
    ...(port !== 0 && { port }),
    upstreams,
    onRequest: (record) => terminal.print(renderRequest(record, terminal.paint)),
    onLog: ({ functionName, line }) => terminal.note(`${terminal.notePaint("dim", `${functionName}:`)} ${line}`),
  }).catch((error: Error) => {
    throw explained(error);
  });
  const served = [{ directory, state }, ...others];
  try {
    const running: Running = {
      pid: process.pid,
      ...(platform.identity && { identity: platform.identity.url }),
      ...(platform.queues && { queues: platform.queues.url }),
      apis: platform.gateway.apis.map(({ name, kind, url }) => ({ name, kind, url })),
    };
    for (const one of served) saveRunning(one.directory, one.state.stack, running);
    const from = relative(process.cwd(), directory);
    const where = from === "" ? "" : ` --cwd ${from}`;
    const lines = renderWelcome(state.stack, running, suggest(state, running.apis), where, apiKeysOf(state));
    for (const line of lines) terminal.print(line);
    await told;
  } finally {
    for (const one of served) forgetRunning(one.directory, one.state.stack);
    // A second Ctrl-C does not wait for what is still open.
    process.once("SIGINT", () => process.exit(130));
    await platform.close();
  }
}

function requireUnserved(name: string, running: Running | undefined): void {
  if (running)
    throw new CommandFault(
      `${name}, which this stack reads, is already served, by process ${running.pid}; end that first: this serves both`,
    );
}

/** The first Ctrl-C or SIGTERM. */
const nextSignal = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = (): void => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      resolve();
    };
    process.on("SIGINT", stop).on("SIGTERM", stop);
  });

/** The gateway and the user pool say which port is taken, and by which of them it was wanted; only the flag is missing. */
function explained(error: Error): Error {
  const { code } = (error.cause ?? error) as NodeJS.ErrnoException;
  if (code !== "EADDRINUSE") return error;
  return new CommandFault(`${error.message} --port gives the first of the ports; 0 takes free ones.`, { cause: error });
}
