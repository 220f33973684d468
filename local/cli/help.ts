import { type Flag, flags } from "./flags";
import { type Verb, type VerbName, verbs } from "./verbs";

const program = "npm run local --";

/** The help of one verb, or of all. */
export const help = (verb?: VerbName): string => (verb === undefined ? helpOfAll() : helpOf(verb));

function helpOfAll(): string {
  return [
    "Runs a Pulumi program on this machine: no cloud, no login, no Pulumi CLI.",
    "",
    `Usage: ${program} <verb> [flags]`,
    "",
    ...columns(Object.entries(verbs).map(([name, { summary }]) => [name, summary])),
    "",
    "Exit status: 0 all is well; 1 a mandatory policy is violated; 2 the program or its configuration is at fault.",
    `\`${program} help <verb>\` shows a verb's flags.`,
  ].join("\n");
}

function helpOf(name: VerbName): string {
  const verb: Verb = verbs[name];
  const known: readonly Flag[] = flags.filter((flag) => flag.name === "help" || verb.flags.includes(flag.name));
  return [
    `${program} ${name}${name === "help" ? " [verb]" : `${verb.word === undefined ? "" : ` [${verb.word}]`} [flags]`}`,
    "",
    `${verb.summary[0]?.toUpperCase()}${verb.summary.slice(1)}.`,
    ...(verb.detail === "" ? [] : [verb.detail]),
    "",
    ...columns(known.map((flag) => [usage(flag), summaryFor(flag, verb)])),
  ].join("\n");
}

const usage = ({ name, short, value }: Flag): string =>
  `${short === undefined ? "    " : `-${short}, `}--${name}${value === undefined ? "" : ` <${value}>`}`;

const summaryFor = ({ name, summary }: Flag, { manyStacks }: Verb): string =>
  name === "stack" && !manyStacks ? "the stack (default: the only one)" : summary;

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
