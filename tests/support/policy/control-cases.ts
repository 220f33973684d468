import assert from "node:assert/strict";
import type { Control } from "../../../policy/control";
import type { Properties } from "../../../policy/reading";
import type { Stack } from "../../../policy/resource";
import { parseSettings, type Settings } from "../../../policy/settings";
import { formsOf, inForm, opened, referenceCases } from "./cases";
import { resourceOf, stackOf } from "./resources";

/** One row of a resource control's table. */
export interface Row {
  readonly why: string;
  readonly properties: Properties;
  /** What the finding must say. Absent: the resource complies. */
  readonly finding?: RegExp;
}

/** The settings with which a control runs where nothing is configured. */
export function defaultsOf(control: Control): Settings {
  return parseSettings(control.id, control.settings ?? {}, {});
}

/** Tests a control's resource check against a table of property values. */
export function itJudges(control: Control, rows: readonly Row[]): void {
  for (const { why, properties, finding } of rows)
    it(why, () => {
      const findings = control.checkResource!(resourceOf(control.types[0]!, properties), defaultsOf(control));
      assert.equal(findings.length, finding === undefined ? 0 : 1, findings.join("\n"));
      if (finding !== undefined) assert.match(findings[0]!, finding);
    });
}

/** All that both checks of a control find in a stack. */
export function findingsOf(control: Control, stack: Stack, settings = defaultsOf(control)): readonly string[] {
  return [
    ...stack.resources
      .filter(({ type }) => control.types.includes(type))
      .flatMap((resource) => control.checkResource?.(resource, settings) ?? []),
    ...(control.checkStack?.(stack, { settings, excused: [], today: "2030-01-01" }) ?? []).map(
      ({ message }) => message,
    ),
  ];
}

/** Tests both checks of a control against the cases that are kept for it, in update and in preview. */
export function itAgreesWithOtherRuleSets(control: Control): void {
  for (const reference of referenceCases(control.id)) {
    const { source, name, expect } = reference;
    for (const form of formsOf(reference))
      it(`${expect === "flag" ? "flags" : "passes"} "${name}" of ${source}, in ${form}`, () => {
        const findings = findingsOf(control, stackOf(opened(inForm(reference, form))));
        assert.equal(findings.length > 0, expect === "flag", findings.join("\n"));
      });
  }
}
