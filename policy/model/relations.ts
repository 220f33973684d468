import { readText } from "../reading";
import type { Stack, StackResource } from "../resource";
import { type Family, familyOf } from "../resource-types";
import { idsOf } from "./ids";
import { nameIn, textOf } from "./property";

/** What one property refers to. Nothing set: nothing shows it. */
export interface Reference {
  /** The one resource of this stack. */
  readonly resource?: StackResource;
  /** Several resources of this stack, of which it is one: the property was computed from all of them. */
  readonly among?: readonly StackResource[];
  /** The id of something outside this stack. */
  readonly outside?: string;
}

/** How far an input is followed through inputs that it was copied from, such as `restApi: method.restApi`. */
const furthest = 50;

/** The properties by which resources refer to each other, with the family that they refer to. */
const references: readonly (readonly [string, Family])[] = [
  ["restApi", "restApi"],
  ["resourceId", "restResource"],
  ["parentId", "restResource"],
  ["apiId", "httpApi"],
  ["authorizerId", "restAuthorizer"],
  ["authorizerId", "httpAuthorizer"],
  ["userPoolId", "userPool"],
];

/**
 * Which resources of a stack belong together: through property dependencies, as ids are unknown in a preview, and
 * through ids and ARNs where they are known.
 */
export class Relations {
  readonly #byFamily = new Map<Family, StackResource[]>();
  /** By family and id; null where two resources would have the same one. */
  readonly #byId = new Map<string, StackResource | null>();
  readonly #ids = new Map<StackResource, Set<string>>();

  constructor(stack: Stack) {
    for (const resource of stack.resources) {
      const family = familyOf(resource.type);
      if (family === undefined) continue;
      const members = this.#byFamily.get(family);
      if (members === undefined) this.#byFamily.set(family, [resource]);
      else members.push(resource);
      for (const id of idsOf(family, resource)) this.#name(family, id, resource);
    }
    this.#learn();
  }

  /** The resources of one family, in the stack's order. */
  all(family: Family): readonly StackResource[] {
    return this.#byFamily.get(family) ?? [];
  }

  /** The resource of a family with this id or ARN. */
  named(family: Family, id: string): StackResource | undefined {
    return this.#byId.get(`${family} ${id}`) ?? undefined;
  }

  /** Whether any id or ARN of a resource is known, so that a known value which is none of them means another. */
  hasId(resource: StackResource): boolean {
    return this.#ids.has(resource);
  }

  /** What a property, by its name in `@pulumi/aws`, refers to. A known value decides; dependencies do where it is not. */
  refersTo(resource: StackResource, property: string, family: Family): Reference {
    const related = this.related(resource, property, family);
    const text = textOf(resource, property);
    if (text === undefined) return among(related);
    const named = related.find((candidate) => this.#ids.get(candidate)?.has(text)) ?? this.named(family, text);
    if (named !== undefined) return { resource: named };
    const unnamed = related.filter((candidate) => !this.hasId(candidate));
    return unnamed.length > 0 ? among(unnamed) : { outside: text };
  }

  /** The resources of a family from which a property was made, also through properties that it was copied from. */
  related(resource: StackResource, property: string, family: Family): readonly StackResource[] {
    const found = new Set<StackResource>();
    const seen = new Set([resource]);
    const queue = [resource];
    for (let next = queue.shift(); next !== undefined && seen.size <= furthest; next = queue.shift())
      for (const source of next.propertyDependencies[nameIn(next, property)] ?? [])
        if (familyOf(source.type) === family) found.add(source);
        else if (!seen.has(source)) {
          seen.add(source);
          queue.push(source);
        }
    return [...found];
  }

  #name(family: Family, id: string, resource: StackResource): void {
    const key = `${family} ${id}`;
    const known = this.#byId.get(key);
    this.#byId.set(key, known === undefined || known === resource ? resource : null);
    const ids = this.#ids.get(resource);
    if (ids === undefined) this.#ids.set(resource, new Set([id]));
    else ids.add(id);
  }

  /** Ids that no output shows, from inputs that show both the id and the resource behind it. */
  #learn(): void {
    const learnt: [Family, string, StackResource][] = [];
    for (const members of this.#byFamily.values())
      for (const resource of members)
        for (const [property, family] of references) {
          const name = nameIn(resource, property);
          const id = readText(resource.properties, name);
          if (id === undefined || !resource.propertyDependencies[name]?.length) continue;
          const [only, ...others] = this.related(resource, property, family);
          if (only !== undefined && others.length === 0 && !this.hasId(only)) learnt.push([family, id, only]);
        }
    for (const [family, id, resource] of learnt) this.#name(family, id, resource);
  }
}

function among(resources: readonly StackResource[]): Reference {
  if (resources.length === 0) return {};
  return resources.length === 1 ? { resource: resources[0]! } : { among: resources };
}
