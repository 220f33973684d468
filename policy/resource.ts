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
  return stack.resources.filter((resource) => resource.type === type);
}

/** The resources of one type from which one input was made. */
export function sourcesOf(resource: StackResource, property: string, type: string): readonly StackResource[] {
  return (resource.propertyDependencies[property] ?? []).filter((source) => source.type === type);
}
