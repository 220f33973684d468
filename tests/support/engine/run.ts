import assert from "node:assert/strict";
import { join } from "node:path";
import type { EngineOptions, EngineResult } from "../../../local/engine/contract";
import { runStack } from "../../../local/engine/engine";
import type { PropertyMap, ResourceState } from "../../../local/engine/model";
import { toy } from "./toy";

const folder = join(__dirname, "../../local/engine");

/** A gRPC message that a program or a pack recorded: fields by name, structs as plain values. */
export interface Message {
  readonly from: "program" | "pack";
  readonly call: string;
  readonly way: "request" | "response";
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever fields the message has
  readonly body: any;
}

export interface Recording extends EngineResult {
  /** What the program and the packs printed themselves, by the label under which they printed it. */
  readonly printed: Readonly<Record<string, unknown>>;
  /** Messages and errors, without what was recorded. */
  readonly lines: readonly string[];
  messages(call: string, way?: Message["way"], name?: string): readonly Message["body"][];
  /** The one resource of that name. */
  resource(name: string): ResourceState;
}

/** Runs a program of `tests/local/engine/programs`, and sorts what it recorded. */
export async function run(
  program: string,
  options: Partial<EngineOptions> & { readonly packs?: readonly string[] } = {},
): Promise<Recording> {
  const { packs = [], ...rest } = options;
  const result = await runStack({
    projectDirectory: join(folder, "programs", program),
    stack: "dev",
    mode: "preview",
    simulation: toy,
    policyPacks: packs.map((pack) => join(folder, "packs", pack)),
    ...rest,
  });
  const recorded = result.diagnostics.flatMap(({ message }) =>
    message.startsWith("@@") ? [JSON.parse(message.slice(2)) as Message & { label?: string; value?: unknown }] : [],
  );
  const all = recorded.filter(({ call }) => call !== undefined);
  return {
    ...result,
    printed: Object.fromEntries(recorded.flatMap(({ label, value }) => (label ? [[label, value]] : []))),
    lines: result.diagnostics.map(({ message }) => message).filter((message) => !message.startsWith("@@")),
    messages: (call, way = "request", name) =>
      all
        .filter((each) => each.call === call && each.way === way)
        .map(({ body }) => body)
        .filter((body) => name === undefined || body.name === name || `${body.urn}`.endsWith(`::${name}`)),
    resource: (name) => {
      const found = result.state.resources.filter((resource) => resource.name === name);
      assert.equal(found.length, 1, `resources named ${name}`);
      return found[0]!;
    },
  };
}

/** Starts no more than two runs at once: a run is a process or two. */
export async function runAll<Key extends string>(
  runs: Readonly<Record<Key, () => Promise<Recording>>>,
): Promise<Readonly<Record<Key, Recording>>> {
  const waiting = Object.entries<() => Promise<Recording>>(runs);
  const done: Record<string, Recording> = {};
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) done[next[0]] = await next[1]();
  };
  await Promise.all([worker(), worker()]);
  return done as Record<Key, Recording>;
}

/** One property of a map that a test knows to be there. */
export const at = (map: PropertyMap, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], map);
