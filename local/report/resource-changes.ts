import { describeChanges } from "../engine/policy/changes";
import type { Declared } from "./ways-in";

/** What becomes of one resource between two versions of a program. */
export interface ResourceChange {
  readonly kind: "add" | "remove" | "change";
  readonly type: string;
  readonly name: string;
  /** What differs in a changed one, a line for each place. */
  readonly lines: readonly string[];
}

/** What differs between the resources of two versions, by type and name, in that order. */
export function resourceChanges(before: readonly Declared[], after: readonly Declared[]): readonly ResourceChange[] {
  const keyOf = ({ type, name }: Declared): string => `${type} ${name}`;
  const old = new Map(before.map((resource) => [keyOf(resource), resource]));
  const now = new Map(after.map((resource) => [keyOf(resource), resource]));
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((key) => changeOf(old.get(key), now.get(key)));
}

function changeOf(before: Declared | undefined, after: Declared | undefined): ResourceChange[] {
  const { type, name } = after ?? before!;
  if (before === undefined) return [{ kind: "add", type, name, lines: [] }];
  if (after === undefined) return [{ kind: "remove", type, name, lines: [] }];
  const lines = describeChanges(before.inputs, after.inputs);
  return lines.length === 0 ? [] : [{ kind: "change", type, name, lines }];
}
