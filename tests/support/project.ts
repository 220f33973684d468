import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { commandLine } from "../../local/cli";
import { terminal } from "../../local/cli/terminal";

const root = process.cwd();
const linked = ["infra", "policy", "node_modules", "tsconfig.json", "tsconfig.run.json"];
const copied = ["functions", "Pulumi.yaml", "Pulumi.dev.yaml", "Pulumi.prod.yaml", "package.json"];

/** A copy of this project that a test may break. */
export class Project {
  readonly folder = mkdtempSync(path.join(tmpdir(), "gatehouse-"));

  constructor() {
    for (const name of linked) symlinkSync(path.join(root, name), path.join(this.folder, name));
    for (const name of copied) cpSync(path.join(root, name), path.join(this.folder, name), { recursive: true });
  }

  write(file: string, text: string) {
    mkdirSync(path.dirname(path.join(this.folder, file)), { recursive: true });
    writeFileSync(path.join(this.folder, file), text);
    return this;
  }

  change(file: string, from: string | RegExp, to: string) {
    const text = readFileSync(path.join(this.folder, file), "utf8");
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${file} has no ${from}`);
    return this.write(file, changed);
  }

  /** Lets the program be this source, beside the real one, which it can import as `./infra`. */
  program(source: string) {
    return this.write("program.ts", source).change("package.json", "infra/index.ts", "program.ts");
  }

  delete(file: string) {
    rmSync(path.join(this.folder, file), { recursive: true });
    return this;
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the command line as a person would, in a process of its own. */
export const start = (args: readonly string[]) =>
  spawn(process.execPath, [path.join(root, "local", "main.js"), ...args], {
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined },
    stdio: ["ignore", "pipe", "pipe"],
  });

/** Runs the command line to its end, as its process does but for the process: that is `tests/local/cli/main.test.ts`. */
export async function local(...args: readonly string[]): Promise<Outcome> {
  const outcome = { stdout: "", stderr: "" };
  const out = { write: (text: string) => (outcome.stdout += text) };
  const error = { write: (text: string) => (outcome.stderr += text) };
  const status = await commandLine(args, terminal(out, error, {}));
  return { status, ...outcome };
}
