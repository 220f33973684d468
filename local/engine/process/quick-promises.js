/**
 * Preloaded into every program and policy pack: the Pulumi SDK takes a stack trace for each of some thousand promises, which
 * source maps make dear, and prints it only when PULUMI_DEBUG_PROMISE_LEAKS is set. Without that, none is taken.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/nodejs/runtime/debuggable.ts
 */
const Module = require("node:module");
const { join } = require("node:path");

const end = join("@pulumi", "pulumi", "runtime", "debuggable.js");

if (!process.env.PULUMI_DEBUG_PROMISE_LEAKS) {
  const compile = Module._extensions[".js"];
  Module._extensions[".js"] = (module, filename) => {
    compile(module, filename);
    if (filename.endsWith(end)) withoutStacks(module.exports);
  };
}

function withoutStacks(debuggable) {
  const { debuggablePromise } = debuggable;
  debuggable.debuggablePromise = (...args) => {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    try {
      return debuggablePromise(...args);
    } finally {
      Error.stackTraceLimit = limit;
    }
  };
}
