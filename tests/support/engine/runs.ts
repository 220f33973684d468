import { join } from "node:path";
import type { EngineOptions } from "../../../local/engine/contract";
import type { StackState } from "../../../local/engine/model";
import { secret } from "../../../local/engine/values";
import { type Recording, run, runAll } from "./run";

const programs = join(__dirname, "../../local/engine/programs");

/** Another stack, to be referred to. */
export const other: StackState = {
  organization: "organization",
  project: "other",
  stack: "dev",
  programDirectory: programs,
  resources: [],
  outputs: { url: "https://other.example", token: secret("token-of-the-other-stack") },
};

const stackReference = (name: string) => (name === "organization/other/dev" ? other : undefined);

const step = (number: number, previous?: StackState, mode: "preview" | "up" = "up") =>
  run("renamed", {
    stack: "step",
    mode,
    configFile: join(programs, `renamed/Pulumi.step${number}.yaml`),
    ...(previous ? { previous } : {}),
  });

const policed = (stack: string, mode: "preview" | "up", pack = "cases") =>
  run("policed", { stack, mode, packs: [pack], configFile: join(programs, "policed/Pulumi.any.yaml") });

/** Ends badly as the name says. */
export const faulty = (stack: string, mode: "preview" | "up", options: Partial<EngineOptions> = {}) =>
  run("faults", { stack, mode, configFile: join(programs, "faults/Pulumi.any.yaml"), ...options });

/** All runs of the conformance table, each made once. */
export async function observe() {
  const first = await runAll({
    preview: () => run("everything", { stackReference, packs: ["recorder"] }),
    up: () => run("everything", { stackReference, packs: ["recorder"], mode: "up" }),
    typed: () => run("typed"),
    mandatoryPreview: () => policed("mandatory", "preview"),
    mandatoryUp: () => policed("mandatory", "up"),
    stackWide: () => policed("stack-wide", "up"),
    throwing: () => policed("throwing", "preview"),
    remediating: () => policed("remediating", "up"),
    broken: () => policed("mandatory", "preview", "broken"),
    silent: () => policed("mandatory", "preview", "silent"),
    step1: () => step(1),
  });
  const previous = first.step1.state;
  const second = await runAll({
    again: () => step(1, previous, "preview"),
    step2: () => step(2, previous),
    step3: () => step(3, previous),
  });
  return { ...first, ...second };
}

export type Runs = Readonly<Record<keyof Awaited<ReturnType<typeof observe>>, Recording>>;
