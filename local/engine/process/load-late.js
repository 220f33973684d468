/**
 * Preloaded into every program and policy pack: lets the Pulumi SDK load two large packages when it first uses them,
 * not at start. It needs them only to serialize closures (`aws.lambda.CallbackFunction`, dynamic providers), and they
 * are more than half of the time that `require("@pulumi/pulumi")` takes.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/nodejs/runtime/closure/codePaths.ts (@npmcli/arborist)
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/nodejs/typescript-shim.ts (typescript)
 */
const Module = require("node:module");
const { join, sep } = require("node:path");

const late = new Set(["@npmcli/arborist", "typescript"]);
const sdk = join(sep, "node_modules", "@pulumi", "pulumi", sep);

const load = Module._load;
Module._load = function (request, parent, ...rest) {
  const now = () => load.call(this, request, parent, ...rest);
  return late.has(request) && parent?.filename?.includes(sdk) && isInstalled(request, parent) ? whenUsed(now) : now();
};

/** The SDK falls back to a compiler of its own where none is installed, which only an error at once tells it. */
function isInstalled(request, parent) {
  try {
    Module._resolveFilename(request, parent);
    return true;
  } catch {
    return false;
  }
}

/** Stands for a module's exports, and loads it with the first of them that is asked for. */
function whenUsed(now) {
  let exports;
  const loaded = () => {
    exports ??= now();
    return exports;
  };
  return new Proxy(
    {},
    {
      // Of a module that says so, compiled imports take no copy, which would load it.
      get: (_, key) => (key === "__esModule" ? true : loaded()[key]),
      has: (_, key) => key in loaded(),
    },
  );
}
