import * as fs from "node:fs";
import * as path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { type BuildFailure, buildSync, type OutputFile } from "esbuild";
import type { FunctionDeclaration } from "../catalogue/define/function";

/** The folder of the functions' sources, and where their bundles go; relative to the project, as asset paths must be. */
const sources = "functions";
const bundles = path.join(".gatehouse", "bundles");

/**
 * What Lambda's Node.js runtime ships itself.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html
 */
const shipped = ["@aws-sdk/*"];

/**
 * Bundles functions into one file and its source map each, by function name, all in one pass.
 * @returns path of each function's bundle folder, relative to the project
 * @throws {pulumi.RunError} naming every missing handler, or what does not build and where
 */
export function bundleFunctions(
  functions: Readonly<Record<string, FunctionDeclaration>>,
): Readonly<Record<string, string>> {
  const entries = Object.entries(functions).map(([name, { folder }]) => ({ name, entry: entryOf(folder ?? name) }));
  const missing = entries.map(({ entry }) => entry).filter((entry) => !fs.existsSync(entry));
  if (missing.length > 0)
    throw new BundleError(
      missing.map(
        (entry) => `${entry} was not found; write it, or take the function out of infra/catalogue/functions.ts`,
      ),
    );
  for (const { path: file, contents } of build(entries)) writeIfChanged(file, contents);
  return Object.fromEntries(entries.map(({ name }) => [name, path.join(bundles, name)]));
}

/** What keeps the functions from being bundled. Ends the program with the message alone: a stack would not help. */
class BundleError extends pulumi.RunError {
  constructor(faults: readonly string[]) {
    super(`The functions cannot be bundled:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
  }
}

const entryOf = (folder: string) => path.join(sources, folder, "handler.ts");

function build(entries: readonly { readonly name: string; readonly entry: string }[]): OutputFile[] {
  try {
    return buildSync({
      absWorkingDir: process.cwd(),
      entryPoints: Object.fromEntries(entries.map(({ name, entry }) => [path.join(name, "handler"), entry])),
      outdir: bundles,
      bundle: true,
      write: false,
      external: shipped,
      platform: "node",
      target: "node24",
      format: "cjs",
      minify: true,
      keepNames: true,
      sourcemap: "linked",
      sourcesContent: false,
      logLevel: "silent",
    }).outputFiles;
  } catch (error) {
    const { errors } = error as BuildFailure;
    if (!errors) throw error;
    throw new BundleError(
      errors.map(({ text, location }) =>
        location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text,
      ),
    );
  }
}

/** Through a rename, so that a stack that runs beside this one never reads half a file. */
function writeIfChanged(file: string, contents: Uint8Array) {
  if (fs.existsSync(file) && fs.readFileSync(file).equals(contents)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}`;
  fs.writeFileSync(partial, contents);
  fs.renameSync(partial, file);
}
