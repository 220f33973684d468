import { randomUUID } from "node:crypto";
import { Worker } from "node:worker_threads";
import { type CallOutcome, callWorker, whenReady } from "./call";
import type { LambdaFunction } from "./function";
import type { WorkerMessage, WorkerStart } from "./messages";
import type { Invocation } from "./runtime";

export interface SandboxOptions {
  readonly fn: LambdaFunction;
  /** JavaScript of the worker. */
  readonly script: string;
  readonly start: WorkerStart;
  readonly environment: Readonly<Record<string, string>>;
  readonly onLine: (line: string) => void;
}

/**
 * One execution environment of a function: a worker thread with its own globals, modules and environment.
 * It takes one call at a time; later ones wait. A call that times out or ends the worker takes the environment with it, and the
 * next call starts a fresh one, as in Lambda. Lambda would rather start a second environment than let a call wait.
 */
export class Sandbox {
  readonly #options: SandboxOptions;
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(options: SandboxOptions) {
    this.#options = options;
  }

  invoke(event: unknown): Promise<Invocation> {
    const call = this.#last.then(() => this.#run(event));
    this.#last = call;
    return call;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }

  async #run(event: unknown): Promise<Invocation> {
    if (this.#closed)
      return { kind: "failed", errorType: "Sandbox.Closed", errorMessage: "The function was shut down." };
    const outcome = await this.#call(event);
    if (outcome.kind === "returned") return outcome;
    for (const line of outcome.report) this.#options.onLine(line);
    if (outcome.lost) {
      void this.#worker?.terminate();
      this.#worker = undefined;
    }
    return { kind: "failed", errorType: outcome.errorType, errorMessage: outcome.errorMessage };
  }

  /** The time to load the function is no part of its timeout. */
  async #call(event: unknown): Promise<CallOutcome> {
    const { fn } = this.#options;
    if (this.#worker === undefined) {
      this.#worker = this.#startWorker();
      const failure = await whenReady(this.#worker);
      if (failure) return failure;
    }
    const message = {
      requestId: randomUUID(),
      event,
      deadline: Date.now() + fn.timeout * 1000,
      functionName: fn.name,
      functionArn: fn.arn,
      memory: fn.memory,
    };
    return callWorker(this.#worker, message, fn.timeout);
  }

  #startWorker(): Worker {
    const { script, start, environment, onLine } = this.#options;
    const worker = new Worker(script, { eval: true, workerData: start, env: { ...environment }, execArgv: [] });
    // A worker that ends between two calls is replaced by the next call.
    worker.on("exit", () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    worker.on("error", (error: Error) => onLine(error.stack ?? error.message));
    worker.on("message", (message: WorkerMessage) => {
      if (message.kind === "log") onLine(message.line);
    });
    return worker;
  }
}
