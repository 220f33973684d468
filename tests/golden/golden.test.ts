import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { listStacks } from "../../local/engine/project";
import { goldenFile, type Summary, summarize } from "./summary";

for (const stack of listStacks(process.cwd()))
  describe(`a first preview of ${stack}`, () => {
    const file = goldenFile(stack);
    let summary: Summary;
    before(async () => {
      summary = await summarize(stack);
    });

    it("would create what its golden file lists", () => {
      assert.ok(existsSync(file), `${file} was not found: npm run golden writes it`);
      const changes = diff(readFileSync(file, "utf8").split("\n"), summary.text.split("\n"));
      assert.equal(
        changes,
        "",
        `${file} is not what ${stack} would create now; npm run golden rewrites it:\n${changes}`,
      );
    });

    it("violates no policy, not even an advisory one", () => assert.deepEqual(summary.violations, []));
  });

/** Lines of either side that the other lacks, by their place; empty when they are equal. Enough to see what changed. */
function diff(before: readonly string[], after: readonly string[]): string {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const part = (lines: readonly string[], sign: string) =>
    lines.slice(start, lines.length - end).map((line) => `${sign} ${line}`);
  const shown = [...part(before, "-"), ...part(after, "+")];
  return shown.length === 0 ? "" : [`from line ${start + 1}:`, ...shown.slice(0, 80)].join("\n");
}
