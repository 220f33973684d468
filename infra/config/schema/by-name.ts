import { z } from "zod";

/** One entry for each of the names, and for no other. */
export function byName<T extends z.ZodType>(names: readonly string[], entry: (name: string) => T) {
  return z.strictObject(Object.fromEntries(names.map((name) => [name, entry(name)])) as Record<string, T>);
}
