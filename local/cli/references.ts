import { dirname, relative } from "node:path";
import type { StackState } from "../engine/model";
import type { Command } from "./arguments";
import { CommandFault } from "./fault";
import { loadState } from "./saved-stack";

/** A stack that another one reads with a StackReference, as its last `up` left it. */
export interface Referenced {
  /** Such as `organization/gatehouse/dev`. */
  readonly name: string;
  /** Absolute folder of its project. */
  readonly directory: string;
  readonly state: StackState;
}

type Where = Pick<Command, "directory" | "references">;

/**
 * Finds a stack by the name that a StackReference gives: in the folder that `--reference` names, else in the project's own folder
 * and those around it.
 * @param name `organization/project/stack`
 * @throws {CommandFault} saying where it was looked for, and what to do
 */
export function findReferenced(name: string, { directory, references }: Where): Referenced {
  const [, project = "", stack = ""] = name.split("/");
  const given = references[name];
  const folders = given === undefined ? around(directory) : [given];
  for (const folder of folders) {
    const state = loadState(folder, stack);
    if (state?.project === project) return { name, directory: folder, state };
  }
  throw new CommandFault(
    `unknown stack "${name}": no \`up\` of it is kept in ${given === undefined ? "this folder or those around it" : shown(given)}; ` +
      `bring it up first, with \`npm run local -- up --stack ${stack} --no-serve --cwd <folder of ${project}>\`` +
      (given === undefined ? `, and where it is elsewhere add --reference ${name}=<folder of ${project}>` : ""),
  );
}

/** Every stack that a stack reads, and what those read, each once. @throws {CommandFault} when one is not found */
export function referencedBy(state: StackState, where: Where): readonly Referenced[] {
  const found = new Map<string, Referenced>();
  const own = nameOf(state);
  const visit = (one: StackState): void => {
    for (const name of namesReadBy(one)) {
      if (name === own || found.has(name)) continue;
      const referenced = findReferenced(name, where);
      found.set(name, referenced);
      visit(referenced.state);
    }
  };
  visit(state);
  return [...found.values()];
}

const nameOf = ({ organization, project, stack }: StackState): string => `${organization}/${project}/${stack}`;

/** In full: a shorter name is completed from the stack that reads. */
const namesReadBy = ({ organization, project, resources }: StackState): string[] =>
  resources
    .filter(({ type }) => type === "pulumi:pulumi:StackReference")
    .map(({ id, inputs }) => {
      const parts = (typeof inputs.name === "string" ? inputs.name : (id ?? "")).split("/");
      return [parts.at(-3) ?? organization, parts.at(-2) ?? project, parts.at(-1)].join("/");
    });

/** A folder, the one that holds it, and so on. */
function around(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...around(parent)];
}

const shown = (folder: string): string => relative(process.cwd(), folder) || "this folder";
