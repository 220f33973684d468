import assert from "node:assert/strict";
import type { Control } from "../../../policy/control";
import type { Properties } from "../../../policy/reading";
import { referenceCases } from "./cases";
import { resourceOf, stackOf } from "./resources";

/** One row of a resource control's table. */
export interface Row {
  readonly why: string;
  readonly properties: Properties;
  /** What the finding must say. Absent: the resource complies. */
  readonly finding?: RegExp;
}

/** Tests a control's resource check against a table of property values. */
export function itJudges(control: Control, rows: readonly Row[]): void {
  for (const { why, properties, finding } of rows)
    it(why, () => {
      const findings = control.checkResource!(resourceOf(control.types[0]!, properties), {});
      assert.equal(findings.length, finding === undefined ? 0 : 1, findings.join("\n"));
      if (finding !== undefined) assert.match(findings[0]!, finding);
    });
}

/** Tests both checks of a control against what other rule sets publish about theirs. */
export function itAgreesWithOtherRuleSets(control: Control): void {
  for (const { source, name, expect, resources } of referenceCases(control.id))
    it(`${expect === "flag" ? "flags" : "passes"} "${name}" of ${source}`, () => {
      const stack = stackOf(resources);
      const findings = [
        ...stack.resources
          .filter(({ type }) => control.types.includes(type))
          .flatMap((resource) => control.checkResource?.(resource, {}) ?? []),
        ...(control.checkStack?.(stack, { settings: {}, excused: [], today: "2030-01-01" }) ?? []),
      ];
      assert.equal(findings.length > 0, expect === "flag");
    });
}
