import type { Properties } from "../../../policy/reading";
import type { Stack, StackResource } from "../../../policy/resource";

export interface Declaration {
  readonly type: string;
  readonly name: string;
  readonly props: Properties;
  /** Names of the resources from which each input was made. */
  readonly refs?: Readonly<Record<string, readonly string[]>>;
}

export function urnOf({ type, name }: Pick<Declaration, "type" | "name">): string {
  return `urn:pulumi:dev::gatehouse::${type}::${name}`;
}

/** A stack as a stack policy sees it, with references tied by name. */
export function stackOf(declarations: readonly Declaration[]): Stack {
  const made = new Map<string, { resource: StackResource; dependencies: Record<string, readonly StackResource[]> }>();
  for (const { type, name, props } of declarations) {
    const dependencies: Record<string, readonly StackResource[]> = {};
    const resource = { type, name, urn: urnOf({ type, name }), properties: props, propertyDependencies: dependencies };
    made.set(name, { resource, dependencies });
  }
  for (const { name, refs } of declarations)
    for (const [property, sources] of Object.entries(refs ?? {}))
      made.get(name)!.dependencies[property] = sources.map((source) => made.get(source)!.resource);
  return { resources: [...made.values()].map(({ resource }) => resource) };
}

/** One resource by itself, called `example`. */
export function resourceOf(type: string, props: Properties, name = "example"): StackResource {
  return stackOf([{ type, name, props }]).resources[0]!;
}
