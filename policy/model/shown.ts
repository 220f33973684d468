import type { StackFinding } from "../control";
import { type PropertyValue, read, unknownValue } from "../reading";
import { resourcesOf, type Stack, type StackResource } from "../resource";

/** The resources of a stack that have one of these type tokens. */
export function ofTypes(stack: Stack, types: readonly string[]): readonly StackResource[] {
  return types.flatMap((type) => resourcesOf(stack, type));
}

/** The resources of these types from which one input was made. */
export function madeFrom(
  resource: StackResource,
  property: string,
  types: readonly string[],
): readonly StackResource[] {
  return (resource.propertyDependencies[property] ?? []).filter(({ type }) => types.includes(type));
}

/**
 * Whether an input holds a value that nothing shows: it is unknown, and made from no resource of the stack. What AWS
 * computes for a resource names that resource, such as an ARN or a domain; a wildcard it never is.
 *
 * Of settings that AWS fills in where the program leaves them out, only the parts tell: the whole is unknown in a preview
 * of a program without it too.
 */
export function isUnshown(
  resource: StackResource,
  property: string,
  isFilledIn = false,
  parts?: readonly string[],
): boolean {
  const value = resource.properties[property] ?? null;
  if ((resource.propertyDependencies[property] ?? []).length > 0) return false;
  if (value === unknownValue) return !isFilledIn;
  return parts === undefined
    ? holdsUnknown(value)
    : parts.some((part) => read(resource.properties, property, part).state === "unknown");
}

interface UnshownOptions {
  /** Which of the resources. Default: all. */
  readonly applies?: (resource: StackResource) => boolean;
  /** @see isUnshown. Default: false. */
  readonly isFilledIn?: boolean;
  /** The keys that matter in an input that is known but for some of its parts. Default: all. */
  readonly parts?: readonly string[];
}

/** A finding for each resource of these types with an input that nothing shows, and that the resource's check let pass. */
export function unshown(
  stack: Stack,
  types: readonly string[],
  properties: readonly string[],
  { applies = () => true, isFilledIn = false, parts }: UnshownOptions = {},
): readonly StackFinding[] {
  return ofTypes(stack, types)
    .filter(applies)
    .flatMap((resource) =>
      properties
        .filter((property) => isUnshown(resource, property, isFilledIn, parts))
        .map((property) => ({
          message: `Nothing shows what ${property} will be: it is not known before the deployment, and made from no resource of this stack.`,
          urn: resource.urn,
        })),
    );
}

function holdsUnknown(value: PropertyValue): boolean {
  if (value === unknownValue) return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((item: PropertyValue) => holdsUnknown(item));
}
