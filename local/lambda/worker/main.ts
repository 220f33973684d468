import { inspect } from "node:util";
import { parentPort, workerData } from "node:worker_threads";
import type { InvokeMessage, WorkerMessage, WorkerStart } from "../messages";
import { type Handler, loadHandler, RuntimeError, runHandler } from "./handler";
import { captureOutput } from "./log";
import { confineNetwork } from "./network";
import { awslambda, isStreaming, runStreaming } from "./streaming";

const start = workerData as WorkerStart;
const send = (message: WorkerMessage): void => parentPort?.postMessage(message);
const output = captureOutput((line) => send({ kind: "log", line }));
confineNetwork(start);
Object.assign(globalThis, { awslambda });

/** Loaded once, before the first call; a failure is every call's failure. */
const handler = loadHandler(start.taskRoot, start.handler, start.runtime);
handler.catch(() => undefined).finally(() => send({ kind: "ready" }));

parentPort?.on("message", async (message: InvokeMessage) => {
  try {
    const run = await handler;
    const json = isStreaming(run)
      ? await stream(run, message)
      : serialize(await runHandler(run, message.event, contextOf(message)));
    output.flush();
    send({ kind: "returned", json });
  } catch (error) {
    output.flush();
    send(describe(error));
  }
});

/** A streaming handler has no result beside its stream. */
async function stream(run: Handler, message: InvokeMessage): Promise<undefined> {
  await runStreaming(run, message.event, contextOf(message), (data) => send({ kind: "chunk", data }));
}

function serialize(result: unknown): string {
  try {
    return JSON.stringify(result) ?? "null";
  } catch (error) {
    throw new RuntimeError("Runtime.MarshalError", `Unable to stringify response body: ${String(error)}`);
  }
}

function describe(error: unknown): WorkerMessage {
  const report = inspect(error);
  if (!(error instanceof Error))
    return { kind: "failed", errorType: typeof error, errorMessage: String(error), report };
  const errorType = error instanceof RuntimeError ? error.errorType : error.name;
  return { kind: "failed", errorType, errorMessage: error.message, report };
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html */
function contextOf({ requestId, deadline, functionName, functionArn, memory }: InvokeMessage) {
  return {
    awsRequestId: requestId,
    functionName,
    functionVersion: "$LATEST",
    invokedFunctionArn: functionArn,
    memoryLimitInMB: String(memory),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: "local",
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}
