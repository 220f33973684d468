import { cpSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { local, Project } from "../../support/project";

const example = path.join(process.cwd(), "examples", "consumer");

/** A copy of the platform with a copy of another team's program in it. */
export class Teams {
  readonly platform = new Project();
  readonly consumer = path.join(this.platform.folder, "examples", "consumer");

  constructor() {
    cpSync(example, this.consumer, { recursive: true });
    rmSync(path.join(this.consumer, ".gatehouse"), { recursive: true, force: true });
  }

  /** Puts what an `up` of the platform would leave into a folder of its project. */
  keep(folder: string, outputs: Readonly<Record<string, unknown>>) {
    const state = {
      organization: "organization",
      project: "gatehouse",
      stack: "dev",
      programDirectory: this.platform.folder,
      resources: [],
      outputs,
    };
    this.platform.write(path.join(folder, ".gatehouse", "dev.json"), JSON.stringify({ version: 1, state }));
    return this;
  }

  /** Lets the other team's program be this source, beside its helper. */
  program(source: string) {
    writeFileSync(path.join(this.consumer, "index.ts"), source);
    return this;
  }

  up(...flags: readonly string[]) {
    return local("up", "--no-serve", "--cwd", this.consumer, ...flags);
  }

  remove() {
    this.platform.remove();
  }
}
