import type { Route } from "../catalogue/define/route";

/**
 * OpenAPI takes paths for one that differ in nothing but the names of parameters, so they may not both be there.
 * @throws {Error} naming the first two
 * @see https://spec.openapis.org/oas/v3.1.0.html#paths-object
 */
export function requireTellablePaths(routes: readonly Pick<Route, "path">[]): void {
  const seen = new Map<string, string>();
  for (const { path } of routes) {
    const shape = path.replace(/\{[^}+]+(\+?)\}/g, "{$1}");
    const other = seen.get(shape) ?? path;
    if (other !== path)
      throw new Error(
        `The catalogue's paths ${other} and ${path} are one to OpenAPI; give their parameters the same names`,
      );
    seen.set(shape, path);
  }
}
