import type { Properties } from "./reading";

/** A resource as a policy sees it before it is made: its inputs, with the provider's defaults. */
export interface Resource {
  /** The type token, such as `aws:apigateway/method:Method`. */
  readonly type: string;
  /** The name in the program, not the one in AWS. */
  readonly name: string;
  readonly urn: string;
  readonly properties: Properties;
}

/** A resource as a policy sees it when the program has run: its outputs, in a preview with unknowns. */
export interface StackResource extends Resource {
  /** What each input was made from. It says which resources belong together while their ids are still unknown. */
  readonly propertyDependencies: Readonly<Record<string, readonly StackResource[]>>;
}

/** All that one stack declares, in no order. */
export interface Stack {
  readonly resources: readonly StackResource[];
}

/** The resources of the stack that have this type token. */
export function resourcesOf(stack: Stack, type: string): readonly StackResource[] {
  let byType = typesOf.get(stack);
  if (byType === undefined) {
    byType = new Map();
    for (const resource of stack.resources) {
      const others = byType.get(resource.type);
      if (others === undefined) byType.set(resource.type, [resource]);
      else others.push(resource);
    }
    typesOf.set(stack, byType);
  }
  return byType.get(type) ?? [];
}

/** Every control asks for its types, so a stack is sorted once. */
const typesOf = new WeakMap<Stack, Map<string, StackResource[]>>();

/** The resource of the stack with this URN. */
export function resourceAt(stack: Stack, urn: string): StackResource | undefined {
  let byUrn = urnsOf.get(stack);
  if (byUrn === undefined) {
    byUrn = new Map(stack.resources.map((resource) => [resource.urn, resource]));
    urnsOf.set(stack, byUrn);
  }
  return byUrn.get(urn);
}

const urnsOf = new WeakMap<Stack, Map<string, StackResource>>();

/** The resources of one type from which one input was made. */
export function sourcesOf(resource: StackResource, property: string, type: string): readonly StackResource[] {
  return (resource.propertyDependencies[property] ?? []).filter((source) => source.type === type);
}
