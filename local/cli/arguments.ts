import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { didYouMean } from "../engine/project/nearest";
import { type Flag, flags } from "./flags";
import { type Format, formats, isFormat } from "./format";
import { isVerb, type Verb, type VerbName, verbs } from "./verbs";

/** A command line, understood. */
export interface Command {
  readonly verb: VerbName;
  readonly stacks: readonly string[];
  /** Absolute folder of the project. */
  readonly directory: string;
  /** Undefined: as the project has it. Empty: none. */
  readonly policyPacks?: readonly string[];
  /** Absolute, one for each policy pack. Undefined: each pack's own, where it has one. */
  readonly policyPackConfigs?: readonly string[];
  /** Absolute. */
  readonly configFile?: string;
  /** An exported deployment, from the project's folder; `-` for standard input. */
  readonly from?: string;
  readonly format: Format;
  /** Whether `format` is `json`. */
  readonly json: boolean;
  readonly diff: boolean;
  readonly serve: boolean;
  /** First port; 0 for free ones. */
  readonly port: number;
  readonly client?: string;
  /** Of API documents. Undefined: all. */
  readonly api?: string;
  /** Of an API key. */
  readonly key?: string;
  /** Addresses that stand in for upstreams, by origin, host or listener. */
  readonly upstreams: Readonly<Record<string, string>>;
  readonly scopes: readonly string[];
  /** Absolute folders of the projects of other stacks, by `organization/project/stack`. */
  readonly references: Readonly<Record<string, string>>;
  /** Of one output. */
  readonly name?: string;
  readonly shell: boolean;
  readonly showSecrets: boolean;
  readonly verbose: boolean;
}

export type Understood =
  | { readonly kind: "run"; readonly command: Command }
  | { readonly kind: "help"; readonly verb?: VerbName }
  | { readonly kind: "wrong"; readonly message: string };

export const defaultPort = 4700;

const wrong = (message: string): Understood => ({ kind: "wrong", message });

/** Reads what follows the program's name. `here` is the folder in which it was typed. */
export function understand(argv: readonly string[], here: string): Understood {
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  const words = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
  const given = tokens.filter((token) => token.kind === "option");
  const [first, second, ...more] = words;
  const isHelp = given.some(({ name }) => name === "help");

  if (first === undefined) {
    const [option] = given.filter(({ name }) => !isFlag(name));
    if (option) return wrong(`${option.rawName} is not a flag${nearFlag(option.name, flagNames)}`);
    return isHelp || given.length === 0 ? { kind: "help" } : wrong(`no verb was given; expected ${list(verbNames)}`);
  }
  if (!isVerb(first))
    return wrong(`${first} is not a verb${didYouMean(first, verbNames) || `; expected ${list(verbNames)}`}`);
  if (first === "help") {
    if (second === undefined) return { kind: "help" };
    return isVerb(second)
      ? { kind: "help", verb: second }
      : wrong(`${second} is not a verb${didYouMean(second, verbNames)}`);
  }
  if (isHelp) return { kind: "help", verb: first };

  const verb: Verb = verbs[first];
  for (const { name, rawName, value, inlineValue } of given) {
    const flag = verb.flags.some((one) => one === name) ? flagsByName.get(name) : undefined;
    if (!flag) return wrong(`${first} has no flag ${rawName}${nearFlag(name, verb.flags)}`);
    if (flag.value !== undefined && (value === undefined || value === ""))
      return wrong(`${rawName} needs a ${flag.value}`);
    if (flag.value === undefined && inlineValue) return wrong(`${rawName} takes no value`);
    if (!inlineValue && value?.startsWith("-") && value !== "-")
      return wrong(`${rawName} needs a ${flag.value}; ${value} is a flag`);
  }
  if (second !== undefined && verb.word === undefined)
    return wrong(`${first} takes no ${[second, ...more].join(" ")}; did you mean --stack ${second}?`);
  if (more.length > 0) return wrong(`${first} takes one ${verb.word}; found ${list([second!, ...more])}`);
  return assemble(first, given, here, second);
}

interface Given {
  readonly name: string;
  readonly value?: string | undefined;
}

function assemble(verb: VerbName, given: readonly Given[], here: string, word?: string): Understood {
  const all = (name: string): string[] =>
    given.flatMap((one) => (one.name === name && one.value !== undefined ? [one.value] : []));
  const has = (name: string): boolean => given.some((one) => one.name === name);
  const last = (name: string): string | undefined => all(name).at(-1);

  const stacks = [...new Set(all("stack"))];
  if (stacks.length > 1 && !(verbs[verb] as Verb).manyStacks)
    return wrong(`${verb} takes one stack; found ${list(stacks)}`);
  const port = last("port");
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65_536)) {
    return wrong(`--port is ${port}; expected a number from 0 to 65535`);
  }
  const upstreams = all("upstream").map(readUpstream);
  const unread = upstreams.find(({ url }) => !/^https?:$/.test(URL.parse(url)?.protocol ?? ""));
  if (unread)
    return wrong(`--upstream is ${unread.given}; expected such as https://api.example.com=http://localhost:8080`);
  const directory = resolve(here, last("cwd") ?? ".");
  const references = all("reference").map(readReference);
  const misread = references.find(({ folder }) => folder === undefined);
  if (misread) return wrong(`--reference is ${misread.given}; expected such as organization/project/stack=../folder`);
  if (has("json") && has("shell")) return wrong("--json and --shell exclude each other");
  const packs = all("policy-pack");
  if (packs.includes("none") && packs.length > 1)
    return wrong("--policy-pack none stands alone; found other packs too");
  const configs = all("policy-pack-config");
  const wanted = packs.includes("none") ? 0 : Math.max(1, packs.length);
  if (configs.length > 0 && configs.length !== wanted)
    return wrong(`--policy-pack-config is given once for each policy pack; found ${configs.length} for ${wanted}`);
  const format = has("json") && last("format") === undefined ? "json" : (last("format") ?? "text");
  if (!isFormat(format))
    return wrong(`--format is ${format}${didYouMean(format, formats) || `; expected ${list(formats)}`}`);
  if (has("json") && format !== "json") return wrong(`--json is --format json; found --format ${format} too`);
  if (has("json") && has("yaml")) return wrong("--json and --yaml are two formats; give one of them");
  const configFile = last("config-file");
  if (configFile !== undefined && stacks.length > 1)
    return wrong(`--config-file is for one stack; found ${list(stacks)}`);
  const serving = given.filter(({ name }) => name === "serve" || name === "no-serve").at(-1);
  return {
    kind: "run",
    command: {
      verb,
      stacks,
      directory,
      ...(packs.length > 0 && {
        policyPacks: packs[0] === "none" ? [] : packs.map((pack) => resolve(directory, pack)),
      }),
      ...(configs.length > 0 && { policyPackConfigs: configs.map((file) => resolve(directory, file)) }),
      ...(configFile !== undefined && { configFile: resolve(directory, configFile) }),
      ...(last("from") !== undefined && { from: last("from")! }),
      format,
      json: format === "json",
      diff: has("diff"),
      serve: serving?.name !== "no-serve",
      port: port === undefined ? defaultPort : Number(port),
      client: last("client"),
      key: last("key"),
      api: last("api"),
      upstreams: Object.fromEntries(upstreams.map(({ name, url }) => [name, url])),
      scopes: all("scope"),
      references: Object.fromEntries(references.map(({ name, folder }) => [name, resolve(directory, folder!)])),
      ...(word !== undefined && { name: word }),
      shell: has("shell"),
      showSecrets: has("show-secrets"),
      verbose: has("verbose"),
    },
  };
}

/** What stands before the last `=` that an address follows; the name may have one too. */
function readUpstream(given: string) {
  const [, name = "", url = ""] = /^(.+?)=(https?:.*)$/.exec(given) ?? [];
  return { given, name, url };
}

function readReference(given: string) {
  const [, name = "", folder] = /^([^/=]+\/[^/=]+\/[^/=]+)=(.+)$/.exec(given) ?? [];
  return { given, name, folder };
}

const flagsByName = new Map<string, Flag>(flags.map((flag) => [flag.name, flag]));
const flagNames = [...flagsByName.keys()];
const verbNames = Object.keys(verbs);
const isFlag = (name: string): boolean => flagsByName.has(name);
const list = (words: readonly string[]): string => words.join(", ");

const nearFlag = (name: string, among: readonly string[]): string =>
  didYouMean(name, among).replace("mean ", "mean --");

const options = Object.fromEntries(
  flags.map((flag: Flag) => [
    flag.name,
    {
      type: flag.value === undefined ? ("boolean" as const) : ("string" as const),
      ...(flag.short !== undefined && { short: flag.short }),
      ...(flag.repeatable && { multiple: true }),
    },
  ]),
);
