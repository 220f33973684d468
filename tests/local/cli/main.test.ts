import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const script = join(__dirname, "../../../local/main.js");

const run = (...argv: string[]) => spawnSync(process.execPath, [script, ...argv], { encoding: "utf8" });

describe("the program", () => {
  it("says in one line what is wrong with a command line, on standard error, with status 2", () => {
    const { status, stderr, stdout } = run("prevew");
    assert.deepEqual([status, stdout], [2, ""]);
    assert.equal(stderr, "prevew is not a verb; did you mean preview? (see `npm run local -- help`)\n");
  });

  it("says what is wrong with a project, without a stack trace, with status 2", () => {
    const directory = mkdtempSync(join(tmpdir(), "no-project-"));
    try {
      const { status, stderr, stdout } = run("check", "--cwd", directory);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, /^error: Pulumi\.yaml cannot be used:\n {2}- it was not found in [^\n]+\n$/);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
