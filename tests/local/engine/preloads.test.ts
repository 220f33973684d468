import assert from "node:assert/strict";
import { startChild } from "../../../local/engine/process/child";

/** Which of the packages that load late are there before and after closures are serialized, and what came of it. */
const program = `
const { runtime } = require("@pulumi/pulumi");
const heavy = () => ["@npmcli/arborist", "typescript"].filter((name) => require.resolve(name) in require.cache);
const before = heavy();
const word = "bread";
const letters = async () => {
  const { text, exportName } = await runtime.serializeFunction(() => word.length);
  const made = {};
  new Function("exports", text)(made);
  return made[exportName]();
};
const packages = async () => [...(await runtime.computeCodePaths()).keys()];
Promise.all([letters(), packages()]).then(([letters, packages]) =>
  console.log(JSON.stringify({ before, letters, packages: packages.some((path) => path.startsWith("node_modules/")), after: heavy() })),
);
`;

describe("a program's start", () => {
  it("leaves what only closures need until a closure is serialized, which then works", async () => {
    const lines: string[] = [];
    const child = startChild({
      argv: ["-e", program],
      cwd: process.cwd(),
      env: process.env,
      onLine: (line, stream) => lines.push(...(stream === "stdout" ? [line] : [])),
    });
    assert.deepEqual(await child.exit, { kind: "code", code: 0 });
    assert.deepEqual(
      lines.map((line) => JSON.parse(line)),
      [{ before: [], letters: 5, packages: true, after: ["@npmcli/arborist", "typescript"] }],
    );
  });

  for (const { why, env, takes } of [
    { why: "takes no stack trace for a promise, which nobody would see", env: {}, takes: false },
    { why: "takes them where leaks are looked for", env: { PULUMI_DEBUG_PROMISE_LEAKS: "1" }, takes: true },
  ])
    it(why, async () => {
      const lines: string[] = [];
      const child = startChild({
        argv: [
          "-e",
          `const { debuggablePromise } = require("@pulumi/pulumi/runtime/debuggable");
           const promise = Promise.resolve();
           debuggablePromise(promise, "context");
           console.log(promise._debugStackTrace.includes(' at '), promise._debugCtx, Error.stackTraceLimit);`,
        ],
        cwd: process.cwd(),
        env: { ...process.env, PULUMI_DEBUG_PROMISE_LEAKS: "", ...env },
        onLine: (line) => lines.push(line),
      });
      await child.exit;
      assert.deepEqual(lines, [`${takes} context 10`]);
    });
});
