import type { WayIn } from "./ways-in";

/** What becomes of a way in, the gravest first. */
const kinds = ["opens", "changes", "closes", "new", "gone"] as const;

export interface AccessChange {
  readonly kind: (typeof kinds)[number];
  readonly label: string;
  /** Absent for what is new. */
  readonly before?: string;
  /** Absent for what is gone. */
  readonly after?: string;
}

/**
 * What differs in who gets in. A way in that is renamed is one that is gone and one that is new.
 * It shows what authorization declares; whether that is enough is for policies to say.
 */
export function accessChanges(before: readonly WayIn[], after: readonly WayIn[]): readonly AccessChange[] {
  const old = new Map(before.map((way) => [way.key, way]));
  const now = new Map(after.map((way) => [way.key, way]));
  const changes = [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => changeOf(old.get(key), now.get(key)));
  return changes.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.label < b.label ? -1 : 1));
}

function changeOf(before: WayIn | undefined, after: WayIn | undefined): AccessChange[] {
  if (after === undefined) {
    if (before === undefined) return [];
    return [{ kind: before.isOpen ? "closes" : "gone", label: before.label, before: before.access }];
  }
  if (before === undefined)
    return [{ kind: after.isOpen && !after.isPreflight ? "opens" : "new", label: after.label, after: after.access }];
  if (before.access === after.access && before.label === after.label) return [];
  const kind = before.isOpen === after.isOpen ? "changes" : after.isOpen ? "opens" : "closes";
  const label = before.label === after.label ? after.label : `${before.label} → ${after.label}`;
  return [{ kind, label, before: before.access, after: after.access }];
}
