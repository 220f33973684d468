import type { PropertyMap, PropertyValue } from "../engine/model";
import { didYouMean } from "../engine/project/nearest";
import { isSecret, plain } from "../engine/values";
import type { Command } from "./arguments";
import { CommandFault, exitCode } from "./fault";
import { stacksOf } from "./project";
import { loadState } from "./saved-stack";
import type { Terminal } from "./terminal";

/**
 * Prints what the stack exports, as `pulumi stack output` would.
 * @see https://www.pulumi.com/docs/iac/cli/commands/pulumi_stack_output/
 */
export async function output(command: Command, terminal: Terminal): Promise<number> {
  const [stack = ""] = stacksOf(command, "dev");
  const state = loadState(command.directory, stack);
  if (state === undefined)
    throw new CommandFault(
      `${stack} was never brought up here; run \`npm run local -- up --stack ${stack} --no-serve\` first`,
    );
  const outputs = shown(state.outputs, command.showSecrets);
  const form = command.json ? "json" : command.shell ? "shell" : "text";
  for (const line of renderOutputs(outputs, form, command.name)) terminal.print(line);
  return exitCode.ok;
}

/** Secrets as a word, or opened. */
const shown = (outputs: PropertyMap, showSecrets: boolean): PropertyMap =>
  plain(showSecrets ? outputs : hidden(outputs)) as PropertyMap;

function hidden(value: PropertyValue): PropertyValue {
  if (isSecret(value)) return "[secret]";
  if (Array.isArray(value)) return value.map(hidden);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hidden(inner)]));
}

/**
 * The lines that the CLI's verb prints, sorted by name.
 * @param name - The one output that is wanted. Default: all.
 * @throws {CommandFault} when there is none of that name
 * @see https://github.com/pulumi/pulumi/blob/master/pkg/cmd/pulumi/stack/stack_output.go
 */
export function renderOutputs(outputs: PropertyMap, form: "text" | "json" | "shell", name?: string): string[] {
  const names = Object.keys(outputs).sort();
  if (name !== undefined && !names.includes(name))
    throw new CommandFault(`the stack has no output ${name}${didYouMean(name, names) || knownOf(names)}`);
  switch (form) {
    case "json":
      return [JSON.stringify(name === undefined ? sorted(outputs, names) : outputs[name], undefined, 2)];
    case "shell":
      return (name === undefined ? names : [name]).map((one) => `${one}=${quoted(text(outputs[one]!))}`);
    case "text":
      return name === undefined ? table(outputs, names) : [text(outputs[name]!)];
  }
}

const knownOf = (names: readonly string[]) => (names.length === 0 ? "; it has none" : `; it has ${names.join(", ")}`);

const sorted = (outputs: PropertyMap, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, outputs[name]!]));

const text = (value: PropertyValue): string => (typeof value === "string" ? value : JSON.stringify(value));

/** One word for a shell, quoted only where it must be. */
const quoted = (value: string): string =>
  /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;

function table(outputs: PropertyMap, names: readonly string[]): string[] {
  const width = Math.max(...["OUTPUT", ...names].map(({ length }) => length));
  const row = (left: string, right: string) => `    ${left.padEnd(width)}  ${right}`;
  const rows = names.map((name) => row(name, text(outputs[name]!)));
  return [
    `Current stack outputs (${names.length}):`,
    ...(rows.length === 0 ? ["    No output values currently in this stack"] : [row("OUTPUT", "VALUE"), ...rows]),
  ];
}
