import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";

/** Where a program starts. */
export interface Entry {
  /** The working directory, from which relative asset paths and tsconfig.json are found. */
  readonly directory: string;
  /** `.`, or the file within `directory`. */
  readonly program: string;
}

/**
 * Follows `main:` of Pulumi.yaml: a folder becomes the working directory, a file runs in its own folder.
 * @throws Error when there is no such file or folder.
 */
export function entryOf(projectDirectory: string, main: string | undefined): Entry {
  if (!main) return { directory: projectDirectory, program: "." };
  const path = resolve(projectDirectory, main);
  if (!existsSync(path))
    throw new Error(`${join(projectDirectory, "Pulumi.yaml")}: main is ${main}; expected a file or folder that exists`);
  return statSync(path).isDirectory()
    ? { directory: path, program: "." }
    : { directory: dirname(path), program: basename(path) };
}

/**
 * The module of the Pulumi SDK that runs a program or a pack, found from where that program or pack is, so that each
 * may have an SDK of its own.
 * @throws Error when no SDK is installed there.
 */
export function findRunner(module: "cmd/run" | "cmd/run-policy-pack", directory: string): string {
  try {
    return createRequire(join(directory, "index.js")).resolve(`@pulumi/pulumi/${module}`);
  } catch (cause) {
    throw new Error(`@pulumi/pulumi is not installed for ${directory}; run npm install there`, { cause });
  }
}
