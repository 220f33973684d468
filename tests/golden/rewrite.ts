import { writeFileSync } from "node:fs";
import { goldenFile, summarize } from "./summary";

/** Writes the golden file of each stack anew, for its author to review. */
export async function rewrite(stacks: readonly string[]) {
  for (const stack of stacks) {
    writeFileSync(goldenFile(stack), (await summarize(stack)).text);
    process.stdout.write(`${goldenFile(stack)} is what ${stack} would create now.\n`);
  }
}
