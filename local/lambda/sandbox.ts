import { randomUUID } from "node:crypto";
import { PassThrough } from "node:stream";
import { Worker } from "node:worker_threads";
import { parseJson } from "../gateway/mapping/json-path";
import { type CallOutcome, callWorker, whenReady } from "./call";
import type { LambdaFunction } from "./function";
import type { WorkerMessage, WorkerStart } from "./messages";
import type { Invocation, StreamInvocation } from "./runtime";

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

  /** A streaming handler's answer is collected: the payload is its JSON, or its text where it is none. */
  async invoke(event: unknown): Promise<Invocation> {
    const chunks: Uint8Array[] = [];
    const outcome = await this.#queue(event, (chunk) => chunks.push(chunk));
    if (outcome.kind !== "returned" || outcome.payload !== undefined) return outcome;
    const text = Buffer.concat(chunks).toString("utf8");
    return { kind: "returned", payload: parseJson(text) ?? text };
  }

  /**
   * Resolves with the first piece of the answer, or with the failure before it. A failure afterwards breaks the stream off.
   * A handler that does not stream sends its result as JSON, in one piece.
   */
  stream(event: unknown): Promise<StreamInvocation> {
    const content = new PassThrough();
    // Whoever reads it hears of the failure; a caller that stopped waiting must not make it this process's.
    content.on("error", () => undefined);
    return new Promise((resolve) => {
      const begin = () => resolve({ kind: "streaming", content });
      const ended = this.#queue(event, (chunk) => {
        content.write(chunk);
        begin();
      });
      void ended.then((outcome) => {
        if (outcome.kind === "returned") {
          content.end(outcome.payload === undefined ? undefined : JSON.stringify(outcome.payload));
          return begin();
        }
        resolve(outcome);
        content.destroy(new Error("The function failed while it streamed its answer."));
      });
    });
  }

  #queue(event: unknown, onChunk: (chunk: Uint8Array) => void): Promise<Invocation> {
    const call = this.#last.then(() => this.#run(event, onChunk));
    this.#last = call;
    return call;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }

  async #run(event: unknown, onChunk: (chunk: Uint8Array) => void): Promise<Invocation> {
    if (this.#closed)
      return { kind: "failed", errorType: "Sandbox.Closed", errorMessage: "The function was shut down." };
    const outcome = await this.#call(event, onChunk);
    if (outcome.kind === "returned") return outcome;
    for (const line of outcome.report) this.#options.onLine(line);
    if (outcome.lost) {
      void this.#worker?.terminate();
      this.#worker = undefined;
    }
    return { kind: "failed", errorType: outcome.errorType, errorMessage: outcome.errorMessage };
  }

  /** The time to load the function is no part of its timeout. */
  async #call(event: unknown, onChunk: (chunk: Uint8Array) => void): Promise<CallOutcome> {
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
    return callWorker(this.#worker, message, fn.timeout, onChunk);
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
