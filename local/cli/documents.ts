import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { ProjectSettings } from "../engine/project";
import { CommandFault } from "./fault";

/** A stack as its files describe it: what a project's maker of API documents is given. */
export interface StackFiles {
  readonly project: string;
  readonly stack: string;
  /** Absolute folder of the project. */
  readonly directory: string;
  /** Of package.json; `0.0.0` where it says none. */
  readonly version: string;
  /** By short key such as `aws:region`, as Pulumi hands it to programs. */
  readonly config: Readonly<Record<string, string>>;
  /** Keys of `config` whose values are secret. */
  readonly secretKeys: readonly string[];
}

/** OpenAPI documents by the name of their API. */
export type Documents = Readonly<Record<string, object>>;

const key = "gatehouse.documents";

/**
 * The API documents that a project makes of one of its stacks, without running the program: `gatehouse.documents` in its package.json
 * names a module, from the project's folder, that exports a pure function `documents`. Errors of the name `ConfigurationError` are
 * shown as they are.
 * @throws {CommandFault} when the project has no such module, or the stack's settings are at fault
 */
export function readDocuments({ directory, name, stack, config, secretKeys }: ProjectSettings): Documents {
  const { version, file } = readPackage(directory);
  const { documents } = require(file) as { documents?: unknown };
  if (typeof documents !== "function")
    throw new CommandFault(
      `${relative(directory, file)} exports no function documents; package.json names it as ${key}`,
    );
  try {
    const files: StackFiles = { project: name, stack, directory, version, config, secretKeys };
    return documents(files) as Documents;
  } catch (error) {
    if (error instanceof Error && error.name === "ConfigurationError")
      throw new CommandFault(error.message, { cause: error });
    throw error;
  }
}

function readPackage(directory: string): { readonly version: string; readonly file: string } {
  const path = join(directory, "package.json");
  const { version = "0.0.0", gatehouse } = existsSync(path) ? parse(path) : {};
  if (gatehouse?.documents === undefined)
    throw new CommandFault(
      `this project makes no API documents: its package.json has no ${key}; expected the file of a module that exports documents`,
    );
  const file = resolve(directory, String(gatehouse.documents));
  if (!existsSync(file))
    throw new CommandFault(`${relative(directory, file)} was not found; package.json names it as ${key}`);
  return { version, file };
}

function parse(path: string): { readonly version?: string; readonly gatehouse?: { readonly documents?: unknown } } {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new CommandFault(`package.json is not JSON: ${(cause as Error).message}`, { cause });
  }
}
