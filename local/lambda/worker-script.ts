import { join } from "node:path";
import { build, stop } from "esbuild";

let script: Promise<string> | undefined;

/** The worker's TypeScript as one JavaScript text: made once, because a worker thread starts without this process's loader. */
export function workerScript(): Promise<string> {
  script ??= bundle();
  return script;
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, "worker", "main.ts")],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node22",
  });
  // Nothing else is bundled here: without this, esbuild's process would stay beside this one.
  await stop();
  return outputFiles[0]?.text ?? "";
}
