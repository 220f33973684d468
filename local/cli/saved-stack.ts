import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { StackState } from "../engine/model";
import { CommandFault } from "./fault";

/** Where a served stack can be reached. */
export interface Running {
  /** Of the process that serves it. */
  readonly pid: number;
  /** Base address of the user pool; absent when the stack has none. */
  readonly identity?: string;
  /** Base address of SQS; absent when the stack has no queue. */
  readonly queues?: string;
  readonly apis: readonly { readonly name: string; readonly kind: "rest" | "http"; readonly url: string }[];
}

const version = 1;
const folder = ".gatehouse";

/** The folder keeps itself out of Git, in whichever project it is. */
const ignoreAll = "*\n";

const stateFile = (directory: string, stack: string): string => join(directory, folder, `${stack}.json`);
const runningFile = (directory: string, stack: string): string => join(directory, folder, `${stack}.running.json`);

/**
 * Keeps a stack until the next `up`. Its secrets are in it as they are, so only their owner may read the file.
 */
export function saveState(directory: string, state: StackState): void {
  write(stateFile(directory, state.stack), { version, state });
}

/** The stack as the last `up` left it; undefined before the first. @throws CommandFault when it cannot be read. */
export function loadState(directory: string, stack: string): StackState | undefined {
  const kept = read(stateFile(directory, stack)) as { version?: unknown; state?: StackState } | undefined;
  if (kept === undefined) return undefined;
  if (kept.version === version && Array.isArray(kept.state?.resources)) return kept.state;
  throw new CommandFault(`${relativeName(stack)} is of another version; delete it to start from an empty stack`);
}

export const saveRunning = (directory: string, stack: string, running: Running): void =>
  write(runningFile(directory, stack), running);

export const forgetRunning = (directory: string, stack: string): void =>
  rmSync(runningFile(directory, stack), { force: true });

/** Where the stack is served now; undefined when nothing serves it, even if a crashed run left its file. */
export function loadRunning(directory: string, stack: string): Running | undefined {
  const running = read(runningFile(directory, stack)) as Running | undefined;
  return running !== undefined && isAlive(running.pid) ? running : undefined;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function write(path: string, content: unknown): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(join(dirname(path), ".gitignore"), ignoreAll);
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, JSON.stringify(content), { mode: 0o600 });
  renameSync(partial, path);
}

function read(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    const name = path.split(/[\\/]/).slice(-2).join("/");
    throw new CommandFault(`${name} is damaged; delete it to start from an empty stack`, { cause });
  }
}

const relativeName = (stack: string): string => `${folder}/${stack}.json`;
