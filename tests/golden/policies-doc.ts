import { writeFileSync } from "node:fs";
import { groups, policiesPage } from "../../policy/docs";

export const policiesFile = "docs/policies.md";

/** Writes the page of policies anew. */
export function writePolicies(): void {
  writeFileSync(policiesFile, policiesPage(groups));
  process.stdout.write(`${policiesFile} says what the policies say now.\n`);
}
