import { writeFileSync } from "node:fs";
import { attributes } from "../../infra/catalogue/attributes";
import { contract, contractVersion } from "../../infra/outputs/contract";
import { clientTypes, clientTypesFile } from "../support/client-types";
import { extend, lockFile, readLock } from "./attribute-lock";
import { breaksOf, lockOf, outputsLockFile, readOutputsLock } from "./outputs-lock";
import { outputsPage, outputsPageFile, outputsSchema, outputsSchemaFile } from "./outputs-page";
import { platformOutputs, platformOutputsFile } from "./platform-outputs";
import { goldenFile, summarizeAll } from "./summary";

/** Writes the golden file of each stack anew, for its author to review, and adds new attributes to their lock. */
export async function rewrite() {
  writeFileSync(lockFile, `${JSON.stringify(extend(readLock(), attributes), null, 2)}\n`);
  rewriteOutputs();
  writeFileSync(clientTypesFile, await clientTypes());
  for (const [stack, { text }] of await summarizeAll()) {
    writeFileSync(goldenFile(stack), text);
    process.stdout.write(`${goldenFile(stack)} is what ${stack} would create now.\n`);
  }
}

/** Writes the output contract down, unless it breaks what other teams were promised. */
function rewriteOutputs() {
  const lock = lockOf(contractVersion, contract);
  const breaks = breaksOf(readOutputsLock(), lock);
  if (breaks.length > 0)
    throw new Error(`infra/outputs/contract.ts breaks its promises:\n  - ${breaks.join("\n  - ")}`);
  writeFileSync(outputsLockFile, `${JSON.stringify(lock, null, 2)}\n`);
  writeFileSync(outputsSchemaFile, outputsSchema());
  writeFileSync(outputsPageFile, outputsPage());
  writeFileSync(platformOutputsFile, platformOutputs());
}
