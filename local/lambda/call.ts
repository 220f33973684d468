import type { Worker } from "node:worker_threads";
import type { InvokeMessage, WorkerMessage } from "./messages";

/** How a call on a worker ended, `returned` without a payload where it was streamed; `lost`: the worker is not fit for another call. */
export type CallOutcome =
  | { readonly kind: "returned"; readonly payload: unknown }
  | {
      readonly kind: "failed";
      readonly errorType: string;
      readonly errorMessage: string;
      /** Lines for the log. */
      readonly report: readonly string[];
      readonly lost: boolean;
    };

const lost = (errorType: string, errorMessage: string): CallOutcome => ({
  ...{ kind: "failed", errorType, errorMessage },
  report: [errorMessage],
  lost: true,
});

/**
 * Waits until a worker has loaded its handler, and gives undefined; or why it never will. A handler that cannot be loaded counts
 * as loaded: its calls fail one by one, as in Lambda.
 * @param limitMs - Lambda's limit for the init phase is 10 s: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
export function whenReady(worker: Worker, limitMs = 10_000): Promise<CallOutcome | undefined> {
  return settle<undefined>(worker, limitMs, {
    onMessage: (message, done) => {
      if (message.kind === "ready") done(undefined);
    },
    onTimeout: () => lost("Sandbox.Timedout", `The function was not loaded after ${limitMs / 1000} seconds`),
  });
}

/**
 * Sends one call to a worker that is ready, and waits for its end.
 * @param timeout - Seconds.
 * @param onChunk - Is given the pieces of an answer that is streamed.
 */
export function callWorker(
  worker: Worker,
  message: InvokeMessage,
  timeout: number,
  onChunk: (chunk: Uint8Array) => void,
): Promise<CallOutcome> {
  const id = `RequestId: ${message.requestId}`;
  const ended = settle<CallOutcome>(worker, timeout * 1000, {
    onMessage: (answer, done) => {
      if (answer.kind === "chunk") onChunk(answer.data);
      if (answer.kind === "returned")
        done({ kind: "returned", payload: answer.json === undefined ? undefined : JSON.parse(answer.json) });
      if (answer.kind === "failed") done({ ...answer, report: answer.report.split("\n"), lost: false });
    },
    onTimeout: () => lost("Sandbox.Timedout", `${id} Error: Task timed out after ${timeout.toFixed(2)} seconds`),
  });
  worker.postMessage(message);
  return ended;
}

/** The first of: a message that settles it, the worker's end, the time limit. */
function settle<Result>(
  worker: Worker,
  limitMs: number,
  rules: {
    readonly onMessage: (message: WorkerMessage, done: (result: Result) => void) => void;
    readonly onTimeout: () => Result | CallOutcome;
  },
): Promise<Result | CallOutcome> {
  return new Promise((resolve) => {
    const done = (result: Result | CallOutcome): void => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("exit", onExit).off("error", onError);
      resolve(result);
    };
    const onMessage = (message: WorkerMessage): void => rules.onMessage(message, done);
    const onError = (error: Error): void => done(lost(error.name, error.message));
    const onExit = (code: number): void =>
      done(lost("Runtime.ExitError", `Error: Runtime exited with error: exit status ${code}`));
    const timer = setTimeout(() => done(rules.onTimeout()), limitMs);
    worker.on("message", onMessage).once("exit", onExit).once("error", onError);
  });
}
