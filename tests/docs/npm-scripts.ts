import { readFileSync } from "node:fs";
import type { Words } from "./shell";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Readonly<Record<string, string>> };

/** What npm itself does, whatever package.json says. */
const ownVerbs = ["ci", "install", "outdated"];

/** Which script a command runs, and with which arguments. */
export interface ScriptRun {
  readonly script: string;
  readonly args: Words;
}

/** @returns undefined for what npm does itself, and for placeholders */
export function scriptRunOf([tool, verb, ...rest]: Words): ScriptRun | undefined {
  if (tool !== "npm" || verb === undefined || ownVerbs.includes(verb)) return undefined;
  const words = verb === "run" ? rest : [verb, ...rest];
  const script = words.find((word) => !word.startsWith("-"));
  if (script === undefined || script.startsWith("<")) return undefined;
  const dashes = words.indexOf("--");
  return { script, args: dashes === -1 ? [] : words.slice(dashes + 1) };
}

export const isScript = (name: string): boolean => Object.hasOwn(scripts, name);

/** The local command line's arguments of a script that starts it; undefined for other scripts. */
export function localArgsOf({ script, args }: ScriptRun): string[] | undefined {
  const [program, file, ...fixed] = scripts[script]?.split(" ") ?? [];
  return program === "node" && file === "local/main.js" ? [...fixed, ...args] : undefined;
}
