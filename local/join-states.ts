import { resolve } from "node:path";
import type { PropertyMap, PropertyValue, ResourceState, StackState } from "./engine/model";
import { isMap, isSigned } from "./engine/values";
import { mapChildren, mapValues } from "./engine/values/values";

/**
 * A stack and those that it builds on, as one that can be served whole: a route of the one stands on an API of the other.
 *
 * - What one stack only reads of another is dropped: the other has it.
 * - Files of code are found from each stack's own folder.
 * - Of two resources of one type and name, the later goes by `<project>/<name>`.
 *
 * Lambda's own packages are taken from the folder of the first stack that is built on.
 */
export function joinStates(own: StackState, others: readonly StackState[]): StackState {
  if (others.length === 0) return own;
  const taken = new Set<string>();
  const resources = [own, ...others].flatMap(({ project, programDirectory, resources }) =>
    resources
      .filter(({ external }) => !external)
      .map((resource): ResourceState => {
        const key = `${resource.type} ${resource.name}`;
        const isTaken = taken.has(key);
        taken.add(key);
        return {
          ...resource,
          ...(isTaken && { name: `${project}/${resource.name}` }),
          inputs: anchored(resource.inputs, programDirectory),
          outputs: anchored(resource.outputs, programDirectory),
        };
      }),
  );
  return { ...own, programDirectory: others[0]!.programDirectory, resources };
}

const anchored = (properties: PropertyMap, folder: string): PropertyMap =>
  mapValues(properties, (value) => anchor(value, folder));

/** Assets and archives with absolute paths. */
function anchor(value: PropertyValue, folder: string): PropertyValue {
  const isFile = isSigned(value, "asset") || isSigned(value, "archive");
  if (isFile && isMap(value) && typeof value.path === "string") return { ...value, path: resolve(folder, value.path) };
  return mapChildren(value, (child) => anchor(child, folder));
}
