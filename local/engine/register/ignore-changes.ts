import type { PropertyMap } from "../model";
import { parsePath, restore } from "../values/property-path";

export interface IgnoredChanges {
  readonly inputs: PropertyMap;
  /** Paths that name an added or removed element, and so could not be honoured. */
  readonly impossible: readonly string[];
}

/**
 * Takes the ignored properties from the old inputs.
 * @see https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/step_generator.go (processIgnoreChanges)
 */
export function ignoreChanges(inputs: PropertyMap, old: PropertyMap, paths: readonly string[]): IgnoredChanges {
  const impossible: string[] = [];
  let result = inputs;
  for (const text of paths) {
    const path = parsePath(text);
    if (!path) continue;
    const restored = restore(result, old, path);
    if (restored) result = restored;
    else impossible.push(text);
  }
  return { inputs: result, impossible };
}
