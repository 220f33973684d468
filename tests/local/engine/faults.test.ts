import assert from "node:assert/strict";
import { type Recording, run, runAll } from "../../support/engine/run";
import { faulty } from "../../support/engine/runs";

/** How a program fails, and what its author is told. */
const faults: readonly {
  readonly why: string;
  readonly stack: string;
  readonly mode?: "preview" | "up";
  readonly says: RegExp;
  readonly holds?: (recording: Recording) => void;
}[] = [
  {
    why: "an error thrown is shown with where, and what was registered before is done",
    stack: "throws",
    mode: "up",
    says: /Running program '.*faults.*' failed with an unhandled exception:\s+Error: thrown on purpose\s+at .*index\.js:\d+/,
    holds: (recording) => assert.notEqual(recording.resource("first").id, undefined),
  },
  { why: "a rejection that nobody handles", stack: "rejects", says: /Error: rejected on purpose/ },
  { why: "a rejected output that is exported", stack: "rejected-output", says: /Error: an output gone wrong/ },
  { why: "an error thrown in apply, in an up", stack: "apply-throws", mode: "up", says: /Error: thrown in apply/ },
  { why: "a RunError is shown without where", stack: "run-error", says: /^only this message$/ },
  {
    why: "a missing setting",
    stack: "missing-config",
    says: /Missing required configuration variable 'faults:absent'/,
  },
  { why: "an exit with a code of its own", stack: "exit-3", says: /^Program exited with non-zero exit code: 3$/ },
  { why: "an exit before the program is done", stack: "exit-0", says: /^Program exited with non-zero exit code: 1$/ },
  {
    why: "an input that never comes",
    stack: "leaked-input",
    says: /^Program exited with non-zero exit code: 1$/,
    holds: ({ lines }) => assert.match(lines.join("\n"), /"leaking" .* was waiting for .* "name"/),
  },
  {
    why: "an export that never comes",
    stack: "leaked-output",
    says: /outputs were never registered: an exported output/,
  },
  {
    why: "two resources of one name",
    stack: "duplicate",
    says: /^Duplicate resource URN 'urn:pulumi:duplicate::faults::toy:web\/api:Api::twin'; try giving it a unique name$/,
  },
  {
    why: "a type without a simulator is named, with where one would go",
    stack: "unknown-type",
    says: /toy:db\/tableOfRows:TableOfRows "rows" .* local\/engine\/simulate\/toy\/db\/table-of-rows\.ts/,
  },
  { why: "a stack that nobody knows", stack: "unknown-stack", says: /^unknown stack "organization\/nowhere\/dev"$/ },
  { why: "a transform that throws", stack: "transform", says: /transform failed: Error: the transform failed/ },
  { why: "a hook is refused by name", stack: "hook", says: /the resource hook ".*" cannot run locally/ },
];

describe("a run fails, and says why, for", function () {
  this.timeout(60_000);
  let recordings: Readonly<Record<string, Recording>>;
  before(async () => {
    const runs = faults.map(({ stack, mode = "preview" }) => [stack, () => faulty(stack, mode)] as const);
    recordings = await runAll(Object.fromEntries(runs));
  });
  for (const { why, stack, says, holds } of faults)
    it(why, () => {
      const recording = recordings[stack]!;
      const errors = recording.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
      assert.equal(recording.status, "failed");
      assert.ok(
        errors.some((message) => says.test(message)),
        `${says} among:\n${errors.join("\n")}`,
      );
      holds?.(recording);
    });
});

describe("a run", () => {
  it("of a stack without a file fails with one line", async () => {
    const { status, diagnostics } = await run("typed", { stack: "absent" });
    assert.equal(status, "failed");
    assert.equal(diagnostics.length, 1);
    assert.match(diagnostics[0]!.message, /Pulumi\.absent\.yaml/);
  });

  it("with a pack that is not there fails before it starts", async () => {
    const { status, diagnostics } = await run("typed", { packs: ["nowhere"] });
    assert.equal(status, "failed");
    assert.match(
      diagnostics.at(-1)!.message,
      /policy pack not found at .*nowhere; expected a folder with a PulumiPolicy/,
    );
  });

  it("that is given up ends its program and rejects with the reason", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const running = faulty("forever", "preview", {
      signal: controller.signal,
      onDiagnostic: ({ message }) => message === "here for good" && controller.abort(reason),
    });
    await assert.rejects(running, reason);
  });
});
