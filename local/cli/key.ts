import { plain } from "../engine/values";
import type { Command } from "./arguments";
import { CommandFault, exitCode } from "./fault";
import { stacksOf } from "./project";
import { referencedBy } from "./references";
import { loadState } from "./saved-stack";
import type { Terminal } from "./terminal";

/** Prints the value of an API key, and nothing else, so that a shell can take it. */
export async function key(command: Command, terminal: Terminal): Promise<number> {
  const [stack = ""] = stacksOf(command);
  const state = loadState(command.directory, stack);
  if (state === undefined)
    throw new CommandFault(`${stack} was never brought up; run \`npm run local -- up --stack ${stack}\` first`);
  const resources = [state, ...referencedBy(state, command).map((other) => other.state)].flatMap(
    (one) => one.resources,
  );
  const keys = resources.flatMap(({ type, name, outputs }) => {
    if (type !== "aws:apigateway/apiKey:ApiKey") return [];
    const { name: own, value } = plain(outputs);
    return [{ resource: name, name: String(own), value: String(value) }];
  });
  terminal.print(chooseKey(keys, command.key).value);
  return exitCode.ok;
}

interface Key {
  readonly resource: string;
  readonly name: string;
  readonly value: string;
}

/** The key of that name, or the only one. @throws {CommandFault} naming those that there are */
export function chooseKey(keys: readonly Key[], wanted: string | undefined): Key {
  const names = keys.map(({ resource }) => resource).join(", ");
  if (keys.length === 0) throw new CommandFault("this stack has no API key");
  const fitting =
    wanted === undefined ? keys : keys.filter(({ resource, name }) => wanted === resource || wanted === name);
  if (fitting.length === 1) return fitting[0]!;
  throw new CommandFault(
    wanted === undefined
      ? `there are several API keys; give one with --key: ${names}`
      : `${wanted} is no API key of this stack; expected one of ${names}`,
  );
}
