import { writeFileSync } from "node:fs";
import { attributes } from "../../infra/catalogue/attributes";
import { listStacks } from "../../local/engine/project";
import { extend, lockFile, readLock } from "./attribute-lock";
import { goldenFile, summarize } from "./summary";

/** Writes the golden file of each stack anew, for its author to review, and adds new attributes to their lock. */
export async function rewrite() {
  writeFileSync(lockFile, `${JSON.stringify(extend(readLock(), attributes), null, 2)}\n`);
  for (const stack of listStacks(process.cwd())) {
    writeFileSync(goldenFile(stack), (await summarize(stack)).text);
    process.stdout.write(`${goldenFile(stack)} is what ${stack} would create now.\n`);
  }
}
