import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { goldenFile, summarize } from "./summary";

describe("the golden file", () => {
  for (const stack of ["dev", "prod"])
    it(`of ${stack} lists what a first preview would create`, async () => {
      const file = goldenFile(stack);
      assert.ok(existsSync(file), `${file} was not found: npm run golden writes it`);
      const differences = diff(readFileSync(file, "utf8").split("\n"), (await summarize(stack)).split("\n"));
      assert.equal(
        differences,
        "",
        `${file} is not what ${stack} would create now; npm run golden rewrites it:\n${differences}`,
      );
    });
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
