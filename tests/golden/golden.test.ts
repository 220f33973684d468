import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { listStacks } from "../../local/engine/project";
import { goldenFile, type Summary, summarizeAll } from "./summary";

describe("a first preview of", () => {
  let summaries: ReadonlyMap<string, Summary>;
  before(async function () {
    this.timeout(60_000);
    summaries = await summarizeAll();
  });

  for (const stack of listStacks(process.cwd())) {
    const file = goldenFile(stack);

    it(`${stack} would create what its golden file lists`, () => {
      assert.ok(existsSync(file), `${file} was not found: npm run golden writes it`);
      const changes = diff(readFileSync(file, "utf8").split("\n"), summaries.get(stack)!.text.split("\n"));
      assert.equal(
        changes,
        "",
        `${file} is not what ${stack} would create now; npm run golden rewrites it:\n${changes}`,
      );
    });

    it(`${stack} violates no policy, not even an advisory one`, () =>
      assert.deepEqual(summaries.get(stack)!.violations, []));
  }
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
