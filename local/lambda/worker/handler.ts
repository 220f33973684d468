import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isStreaming } from "./streaming";

export type Handler = (event: unknown, context: unknown, callback?: Callback) => unknown;
export type Callback = (error?: unknown, result?: unknown) => void;

/** An error with the type that Lambda gives it. */
export class RuntimeError extends Error {
  constructor(
    readonly errorType: string,
    message: string,
  ) {
    super(message);
    this.name = errorType;
  }
}

/**
 * Loads `folder/file.export`, from the file with .js, .mjs or .cjs, as CommonJS or as an ES module.
 * Errors carry Lambda's own types: `Runtime.ImportModuleError`, `Runtime.HandlerNotFound`, `Runtime.CallbackHandlerDeprecated`.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
 */
export async function loadHandler(taskRoot: string, handler: string, runtime: string): Promise<Handler> {
  const [, moduleName = "", exportPath = ""] = /^(.*?)\.([^/]+)$/.exec(handler) ?? [];
  const file = ["", ".js", ".mjs", ".cjs"]
    .map((extension) => join(taskRoot, moduleName + extension))
    .find((path) => moduleName !== "" && existsSync(path));
  if (file === undefined) {
    throw new RuntimeError("Runtime.ImportModuleError", `Error: Cannot find module '${moduleName || handler}'`);
  }
  const loaded: unknown = await import(pathToFileURL(file).href);
  const found = pick(loaded, exportPath) ?? pick(pick(loaded, "default"), exportPath);
  if (typeof found !== "function") {
    throw new RuntimeError("Runtime.HandlerNotFound", `${handler} is undefined or not exported`);
  }
  if (found.length > 2 && !isStreaming(found) && Number(/\d+/.exec(runtime)?.[0]) >= 24) {
    throw new RuntimeError(
      "Runtime.CallbackHandlerDeprecated",
      "AWS Lambda has removed support for callback-based function handlers starting with Node.js 24",
    );
  }
  return found as Handler;
}

const pick = (value: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);

/** Runs a handler to its end: a promise, a plain value, or (before Node.js 24) a callback. */
export async function runHandler(handler: Handler, event: unknown, context: unknown): Promise<unknown> {
  if (handler.length < 3) return handler(event, context);
  return new Promise((resolve, reject) => {
    const callback: Callback = (error, result) => (error ? reject(error) : resolve(result));
    const returned = handler(event, context, callback);
    if (returned instanceof Promise) returned.then(resolve, reject);
  });
}
