import { readText } from "../reading";
import { type StackResource, sourcesOf } from "../resource";
import { restApi, restResource } from "../resource-types";

/**
 * The path of a REST method, such as `/orders/{id}`, followed from resource to parent through their dependencies: ids
 * are unknown in a preview. Undefined where the chain leaves the stack or a part is unknown.
 */
export function restPath(method: StackResource): string | undefined {
  return pathAt(method, "resourceId", new Set());
}

function pathAt(
  user: StackResource,
  property: "resourceId" | "parentId",
  seen: ReadonlySet<string>,
): string | undefined {
  const [resource, ...others] = sourcesOf(user, property, restResource);
  if (others.length > 0) return undefined;
  if (resource === undefined) return sourcesOf(user, property, restApi).length === 1 ? "/" : undefined;
  if (seen.has(resource.urn)) return undefined;
  const parent = pathAt(resource, "parentId", new Set([...seen, resource.urn]));
  const part = readText(resource.properties, "pathPart");
  if (parent === undefined || part === undefined) return undefined;
  return parent === "/" ? `/${part}` : `${parent}/${part}`;
}
