import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deferred } from "../../../../../local/engine/deferred";
import { describeExit, startChild } from "../../../../../local/engine/process/child";
import { entryOf, findRunner } from "../../../../../local/engine/process/entry";
import { longKeys } from "../../../../../local/engine/process/program";
import {
  readRuntimeOptions,
  runtimeEnvironment,
  splitWords,
} from "../../../../../local/engine/process/runtime-options";

const read = (options: Record<string, unknown>, name = "nodejs") =>
  readRuntimeOptions({ name, options }, "Pulumi.yaml");

describe("runtime options", () => {
  it("load TypeScript unless told otherwise", () =>
    assert.deepEqual(runtimeEnvironment(read({})), { PULUMI_NODEJS_TYPESCRIPT: "true" }));
  it("name the TypeScript configuration", () =>
    assert.deepEqual(runtimeEnvironment(read({ typescript: false, tsconfig: "t.json" })), {
      PULUMI_NODEJS_TSCONFIG_PATH: "t.json",
    }));
  for (const { why, options, name, says } of [
    {
      why: "of another language",
      options: {},
      name: "python",
      says: 'Pulumi.yaml: runtime is "python"; expected nodejs',
    },
    { why: "typescript as a text", options: { typescript: "no" }, says: 'typescript is "no"; expected true or false' },
    { why: "tsconfig as a number", options: { tsconfig: 1 }, says: "tsconfig is 1; expected the path of a file" },
    { why: "nodeargs as a list", options: { nodeargs: [] }, says: "nodeargs is []; expected a text" },
  ])
    it(`are refused ${why}`, () =>
      assert.throws(
        () => read(options, name),
        ({ message }: Error) => message.includes(says),
      ));
  for (const { text, words } of [
    { text: "--a  --b=c", words: ["--a", "--b=c"] },
    { text: `--require "./a b.js" --x='y z'`, words: ["--require", "./a b.js", "--x=y z"] },
    { text: "", words: [] },
  ])
    it(`split ${JSON.stringify(text)} as a shell does`, () => assert.deepEqual(splitWords(text), words));
});

describe("a program starts", () => {
  let project: string;
  before(() => {
    project = mkdtempSync(join(tmpdir(), "entry-"));
    mkdirSync(join(project, "src"));
    writeFileSync(join(project, "src/main.ts"), "");
  });
  after(() => rmSync(project, { recursive: true }));
  for (const { why, main, directory, program } of [
    { why: "in the project's folder without main", main: undefined, directory: ".", program: "." },
    { why: "in the folder that main names", main: "src", directory: "src", program: "." },
    { why: "in the folder of the file that main names", main: "src/main.ts", directory: "src", program: "main.ts" },
  ])
    it(why, () => assert.deepEqual(entryOf(project, main), { directory: join(project, directory), program }));
  it("nowhere when main names nothing", () =>
    assert.throws(
      () => entryOf(project, "absent"),
      /Pulumi\.yaml: main is absent; expected a file or folder that exists/,
    ));
  it("nowhere without an SDK, which the message says", () =>
    assert.throws(
      () => findRunner("cmd/run", project),
      /@pulumi\/pulumi is not installed for .*; run npm install there/,
    ));
  it("with the keys of old", () =>
    assert.deepEqual(longKeys({ "aws:region": "x", "a:b:c": "y" }), { "aws:config:region": "x", "a:config:b:c": "y" }));
});

describe("a child process", () => {
  const start = (code: string, onLine: (line: string, stream: string) => void = () => {}) =>
    startChild({ argv: ["-e", code], cwd: process.cwd(), env: process.env, onLine, patience: 50 });
  it("hands on each line with its stream, the last one even without its end", async () => {
    const lines: string[] = [];
    const child = start('console.log("a\\nb"); console.error("c"); process.stdout.write("d")', (line, stream) =>
      lines.push(`${stream} ${line}`),
    );
    assert.deepEqual(await child.exit, { kind: "code", code: 0 });
    assert.deepEqual(lines.sort(), ["stderr c", "stdout a", "stdout b", "stdout d"]);
  });
  it("that will not listen is killed", async () => {
    const up = deferred<string>();
    const child = start('process.on("SIGINT", () => {}); setInterval(() => {}, 1000); console.log("up")', up.resolve);
    await up.promise;
    assert.deepEqual(await child.end(), { kind: "signal", signal: "SIGKILL" });
  });
  for (const { exit, text } of [
    { exit: { kind: "code", code: 3 }, text: "exited with non-zero exit code: 3" },
    { exit: { kind: "signal", signal: "SIGSEGV" }, text: "was ended by the signal SIGSEGV" },
    { exit: { kind: "unstarted", reason: "no memory" }, text: "could not be started: no memory" },
  ] as const)
    it(`that ended is said to: it ${text}`, () => assert.equal(describeExit(exit), text));
});
