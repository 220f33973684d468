import assert from "node:assert/strict";
import type { Control } from "../../../policy/control";
import type { Properties } from "../../../policy/reading";
import type { Settings } from "../../../policy/settings";
import { type Declaration, stackOf } from "./resources";

/** One row of a control's table, told as the resources of a stack. */
export interface StackRow {
  readonly why: string;
  readonly resources: readonly Declaration[];
  /** Names of the resources that are wrong. Default: the stack complies. */
  readonly flags?: readonly string[];
  /** What a finding must say. */
  readonly says?: RegExp;
  readonly settings?: Settings;
}

export interface Judged {
  readonly name: string;
  readonly message: string;
}

/** All that both halves of a control find. */
export function judge(control: Control, declarations: readonly Declaration[], settings: Settings = {}): Judged[] {
  const stack = stackOf(declarations);
  const nameOf = (urn: string | undefined) => stack.resources.find((resource) => resource.urn === urn)?.name ?? "stack";
  return [
    ...stack.resources
      .filter(({ type }) => control.types.includes(type))
      .flatMap((resource) =>
        (control.checkResource?.(resource, settings) ?? []).map((message) => ({ name: resource.name, message })),
      ),
    ...(control.checkStack?.(stack, { settings, excused: [], today: "2030-01-01" }) ?? []).map(({ message, urn }) => ({
      message,
      name: nameOf(urn),
    })),
  ];
}

/** Tests a control against a table of stacks. */
export function itFinds(control: Control, rows: readonly StackRow[]): void {
  for (const { why, resources, flags = [], says, settings } of rows)
    it(why, () => {
      const found = judge(control, resources, settings);
      assert.deepEqual([...new Set(found.map(({ name }) => name))].sort(), [...flags].sort());
      if (says !== undefined)
        assert.ok(
          found.every(({ message }) => says.test(message)),
          JSON.stringify(found),
        );
    });
}

/** A resource called `example`: rows about one resource need no other name. */
export function one(type: string, props: Properties): readonly Declaration[] {
  return [{ type, name: "example", props }];
}
