// Loads index.ts without a type check: `npm run types` checks types, and every deployment waits for this file.
const nodeModule = require("node:module");
const { dirname, join } = require("node:path");

// @pulumi/policy is most of the start, so its compiled code is kept. Where the folder cannot be written, nothing is kept.
const packages = dirname(dirname(dirname(require.resolve("@pulumi/policy/package.json"))));
nodeModule.enableCompileCache?.(join(packages, ".cache", "gatehouse-policy"));

module.exports = start();

async function start() {
  const bundling = bundle();
  // esbuild is a process of its own: it works while this one is busy here.
  require("@pulumi/policy");
  // Node.js writes the cache at an orderly end, but engines kill policy packs. After the first time this does nothing.
  nodeModule.flushCompileCache?.();
  run(await bundling);
}

async function bundle() {
  const esbuild = require("esbuild");
  try {
    const { outputFiles } = await esbuild.build({
      absWorkingDir: __dirname,
      entryPoints: ["index.ts"],
      outdir: __dirname,
      bundle: true,
      packages: "external",
      platform: "node",
      format: "cjs",
      target: "node22",
      sourcemap: "inline",
      sourcesContent: false,
      write: false,
      logLevel: "silent",
    });
    return outputFiles[0].text;
  } catch (error) {
    // Pulumi prints a RunError's message alone; the message has file, line and column.
    throw new (require("@pulumi/pulumi").RunError)(`the policy pack cannot be loaded: ${error.message}`);
  } finally {
    await esbuild.stop();
  }
}

function run(source) {
  const file = join(__dirname, "index.js");
  // The map that makes a stack name the TypeScript line is inside the bundle, which is on no disk. Node.js finds it
  // there; the hook that Pulumi's runner installs for the same purpose reads maps from disk only.
  process.setSourceMapsEnabled(true);
  Error.prepareStackTrace = undefined;
  const bundled = new nodeModule.Module(file, module);
  bundled.filename = file;
  bundled.paths = module.paths;
  bundled._compile(source, file);
}
