import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

/**
 * Where Node.js keeps the code that it compiled, for the next run: a program then starts in two thirds of the time.
 * A NODE_COMPILE_CACHE of the caller's own goes first.
 * @see https://nodejs.org/api/module.html#module-compile-cache
 */
const compileCache = join(__dirname, "../../../node_modules/.cache/node-compile");

/** What spares the SDK work that most programs never see. */
const preloads = ["load-late.js", "quick-promises.js"].flatMap((file) => ["--require", join(__dirname, file)]);

export interface ChildOptions {
  /** Arguments of Node.js itself and of the module that it runs. */
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly onLine: (line: string, stream: "stdout" | "stderr") => void;
  /** How long it may take to end after it was asked to, in milliseconds, before it is killed. Default: 1,000. */
  readonly patience?: number;
}

/** How a child ended: by itself with a code, or by a signal. */
export type Exit =
  | { readonly kind: "code"; readonly code: number }
  | { readonly kind: "signal"; readonly signal: string }
  | { readonly kind: "unstarted"; readonly reason: string };

/** A Node.js process of this run. It is the same Node.js that runs the engine. */
export interface Child {
  /** Settles when the process has ended and all its lines have been handed on. Never rejects. */
  readonly exit: Promise<Exit>;
  /** Ends it: politely first, as the real engine does (SIGINT), then for good. */
  end(): Promise<Exit>;
}

/** Starts a Node.js process. One that cannot start is an `unstarted` exit. */
export function startChild({ argv, cwd, env, onLine, patience = 1_000 }: ChildOptions): Child {
  const child = spawn(process.execPath, [...preloads, ...argv], {
    cwd,
    env: { NODE_COMPILE_CACHE: compileCache, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const killWithParent = () => child.kill("SIGKILL");
  process.once("exit", killWithParent);
  const exit = Promise.all([
    exitOf(child),
    linesOf(child, "stdout", onLine, patience),
    linesOf(child, "stderr", onLine, patience),
  ]).then(([how]) => {
    process.removeListener("exit", killWithParent);
    return how;
  });
  return { exit, end: () => end(child, exit, patience) };
}

function exitOf(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ kind: "unstarted", reason: error.message }));
    child.once("exit", (code, signal) =>
      resolve(code === null ? { kind: "signal", signal: signal ?? "unknown" } : { kind: "code", code }),
    );
  });
}

/** Settles at the end of the stream, or shortly after the process if a grandchild keeps the stream open. */
async function linesOf(
  child: ChildProcess,
  name: "stdout" | "stderr",
  onLine: ChildOptions["onLine"],
  patience: number,
): Promise<void> {
  const stream = child[name];
  if (!stream) return;
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  lines.on("line", (line) => onLine(line, name));
  const closed = new Promise<void>((resolve) => lines.once("close", resolve));
  const abandoned = exitOf(child).then(() => delay(patience));
  await Promise.race([closed, abandoned]);
}

async function end(child: ChildProcess, exit: Promise<Exit>, patience: number): Promise<Exit> {
  child.kill("SIGINT");
  const kill = setTimeout(() => child.kill("SIGKILL"), patience);
  try {
    return await exit;
  } finally {
    clearTimeout(kill);
  }
}

const delay = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });

/** The last part of a message about a child that ended. */
export function describeExit(exit: Exit): string {
  switch (exit.kind) {
    case "code":
      return exit.code === 0 ? "exited" : `exited with non-zero exit code: ${exit.code}`;
    case "signal":
      return `was ended by the signal ${exit.signal}`;
    case "unstarted":
      return `could not be started: ${exit.reason}`;
  }
}
