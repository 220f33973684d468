import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { StackState } from "../engine/model";
import type { Keys } from "../gateway/token";
import { functionEnvironment } from "./environment";
import { type LambdaFunction, obstacle, readFunctions } from "./function";
import { type KeysServer, startKeysServer } from "./keys-server";
import { Sandbox } from "./sandbox";
import { shipSdk } from "./sdk";
import { unpack } from "./unpack";
import { workerScript } from "./worker-script";

/** How a call of a function ended. `timedOut`: the caller stopped waiting. */
export type Invocation =
  | { readonly kind: "returned"; readonly payload: unknown }
  | { readonly kind: "failed"; readonly errorType: string; readonly errorMessage: string }
  | { readonly kind: "timedOut" };

/** How the beginning of a streamed call ended. `content` breaks off with an error where the function fails later. */
export type StreamInvocation = { readonly kind: "streaming"; readonly content: Readable } | Invocation;

export interface LambdaOptions {
  readonly state: Pick<StackState, "programDirectory" | "resources">;
  readonly keys: Keys;
  /** Added to the environment of every function. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Where queues are served, for SDKs that take a queue's URL for its address. */
  readonly sqsPort?: number;
  readonly onLog?: (record: { readonly functionName: string; readonly line: string }) => void;
}

export interface LambdaRuntime {
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  /**
   * Calls a function, which starts with its first call.
   * Errors: no function of that name.
   * @param timeoutMs - How long the caller waits; the function's own timeout holds as well. Default: for ever.
   */
  invoke(name: string, event: unknown, timeoutMs?: number): Promise<Invocation>;
  /** The same, for an answer that is taken while it is made. @param timeoutMs - How long the caller waits for its first piece. */
  stream(name: string, event: unknown, timeoutMs?: number): Promise<StreamInvocation>;
  /** How often each function has been called, by name. */
  invocations(): Readonly<Record<string, number>>;
  close(): Promise<void>;
}

/** Makes the Lambda functions of a stack callable on this machine, from the very bundles that would be deployed. */
export async function startLambda(options: LambdaOptions): Promise<LambdaRuntime> {
  const functions = new Map(readFunctions(options.state.resources).map((fn) => [fn.name, fn]));
  const counts = new Map([...functions.keys()].map((name) => [name, 0]));
  const sandboxes = new Map<string, Promise<Sandbox>>();
  const server = await startKeysServer(options.keys);
  const folder = await mkdtemp(join(tmpdir(), "local-lambda-"));
  await shipSdk(options.state.programDirectory, folder);

  const sandboxOf = (fn: LambdaFunction): Promise<Sandbox> => {
    const sandbox = sandboxes.get(fn.name) ?? startSandbox(fn, join(folder, fn.name), server, options);
    sandboxes.set(fn.name, sandbox);
    return sandbox;
  };

  const call = async <T extends StreamInvocation>(
    name: string,
    run: (sandbox: Sandbox) => Promise<T>,
    timeoutMs: number | undefined,
  ): Promise<T | Invocation> => {
    const fn = functions.get(name);
    if (fn === undefined) throw new Error(`There is no Lambda function "${name}" in the stack.`);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    const called = sandboxOf(fn).then(run);
    return within<T | Invocation>(
      timeoutMs,
      called.catch((error: Error): Invocation => {
        const errorMessage = `Lambda function "${fn.name}" cannot run: ${error.message}.`;
        options.onLog?.({ functionName: fn.name, line: errorMessage });
        return { kind: "failed", errorType: "Runtime.Unavailable", errorMessage };
      }),
    );
  };

  return {
    functions,
    invoke: (name, event, timeoutMs) => call(name, (sandbox) => sandbox.invoke(event), timeoutMs),
    stream: (name, event, timeoutMs) => call(name, (sandbox) => sandbox.stream(event), timeoutMs),
    invocations: () => Object.fromEntries(counts),
    async close() {
      await Promise.allSettled([...sandboxes.values()].map(async (sandbox) => (await sandbox).close()));
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startSandbox(
  fn: LambdaFunction,
  taskRoot: string,
  server: KeysServer,
  { state, environment = {}, sqsPort, onLog }: LambdaOptions,
): Promise<Sandbox> {
  const reason = obstacle(fn);
  if (reason !== undefined) throw new Error(reason);
  unpack(fn.code, state.programDirectory, taskRoot);
  return new Sandbox({
    fn,
    script: await workerScript(),
    start: { taskRoot, handler: fn.handler, runtime: fn.runtime, keysPort: server.port, sqsPort },
    environment: functionEnvironment(fn, taskRoot, environment),
    onLine: (line) => onLog?.({ functionName: fn.name, line }),
  });
}

async function within<T>(timeoutMs: number | undefined, call: Promise<T | Invocation>): Promise<T | Invocation> {
  if (timeoutMs === undefined) return call;
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<Invocation>((resolve) => {
    timer = setTimeout(() => resolve({ kind: "timedOut" }), timeoutMs);
  });
  return Promise.race([call, timeout]).finally(() => clearTimeout(timer));
}
