import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Declaration } from "./resources";

/** What another rule set's own tests expect of its rule, told as Pulumi resources. */
export interface ReferenceCase {
  readonly source: string;
  readonly name: string;
  readonly expect: "flag" | "pass";
  readonly resources: readonly Declaration[];
}

export function referenceCases(control: string): readonly ReferenceCase[] {
  return JSON.parse(readFileSync(join(__dirname, "../../unit/policy/cases", `${control}.json`), "utf8"));
}
