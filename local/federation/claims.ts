/**
 * A claim as the pool keeps it, which has texts only: several values as `[a, b]`.
 * Absent where there is nothing to keep.
 */
export function joinClaim(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return `[${value.flatMap((item) => joinClaim(item) ?? []).join(", ")}]`;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Every claim, joined. */
export const joinClaims = (claims: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(claims).flatMap(([name, value]) => {
      const joined = joinClaim(value);
      return joined === undefined ? [] : [[name, joined]];
    }),
  );

/** The values of what a person typed: `[a, b]` is two, everything else one. */
export function splitClaim(text: string): string | readonly string[] {
  const [, inside] = /^\[(.*)\]$/s.exec(text.trim()) ?? [];
  if (inside === undefined) return text;
  return inside
    .split(",")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}
