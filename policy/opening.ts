import { type PolicyResource, UnknownValueError } from "@pulumi/policy";
import { opaque, type Properties, type PropertyValue, unknownValue } from "./reading";
import type { Resource, Stack, StackResource } from "./resource";

/**
 * What the engine sends in a preview in the place of a value that is not known yet. The SDK hides it behind an error;
 * it is recognized here as well, so that an SDK without that error would still not pass it off as a value.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/nodejs/runtime/rpc.ts
 */
export const sentinel = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/**
 * Copies what the SDK gives a policy into plain data in which the unknown is a value.
 *
 * The SDK's own view throws at the first unknown property that is touched and reports a mandatory policy as an advisory
 * "can't run policy during preview". Here each property is touched apart from the others and that one error becomes
 * `unknownValue`; every other error goes on to the SDK, which fails the deployment.
 * @see https://github.com/pulumi/pulumi-policy/blob/main/sdk/nodejs/policy/proxy.ts
 */
export function openProperties(props: Readonly<Record<string, unknown>>): Properties {
  return openRecord(props);
}

function openRecord(record: Readonly<Record<string, unknown>>): Record<string, PropertyValue> {
  return Object.fromEntries(Object.keys(record).map((key) => [key, open(() => record[key])]));
}

function open(touch: () => unknown): PropertyValue {
  let value: unknown;
  try {
    value = touch();
  } catch (error) {
    if (error instanceof UnknownValueError) return unknownValue;
    throw error;
  }
  if (value === sentinel) return unknownValue;
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return Array.from({ length: value.length }, (_, index) => open(() => value[index]));
  if (Object.getPrototypeOf(value) === Object.prototype) return openRecord(value as Record<string, unknown>);
  return opaque;
}

/** A resource of the SDK with its properties opened. */
export function openResource({
  type,
  name,
  urn,
  props,
}: Pick<PolicyResource, "type" | "name" | "urn" | "props">): Resource {
  return { type, name, urn, properties: openProperties(props) };
}

/**
 * Opens a stack for all stack policies of one analysis: the first opens it, the others find it.
 *
 * The SDK decodes every resource anew for each policy, so its resources tell nothing of each other. The one thing that
 * it hands out as it came with the request are the lists in a resource's options. Should that change, each policy opens
 * the stack for itself: slower, and no less right.
 * @see https://github.com/pulumi/pulumi-policy/blob/main/sdk/nodejs/policy/server.ts
 */
export function openStack(resources: readonly PolicyResource[]): Stack {
  const request: object = resources[0]?.opts?.ignoreChanges ?? resources;
  const known = stacks.get(request);
  if (known !== undefined && known.resources.length === resources.length) return known;
  const opened = openResources(resources);
  stacks.set(request, opened);
  return opened;
}

const stacks = new WeakMap<object, Stack>();

/** Opens a resource's properties when they are first asked for: most resources of a stack interest no control. */
class OpenedResource implements StackResource {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly propertyDependencies: Record<string, readonly StackResource[]> = {};
  #props: Readonly<Record<string, unknown>> | undefined;
  #properties: Properties | undefined;

  constructor({ type, name, urn, props }: PolicyResource) {
    this.type = type;
    this.name = name;
    this.urn = urn;
    this.#props = props;
  }

  get properties(): Properties {
    if (this.#props !== undefined) this.#properties = openProperties(this.#props);
    this.#props = undefined;
    return this.#properties!;
  }
}

function openResources(resources: readonly PolicyResource[]): Stack {
  const opened = new Map(resources.map((resource) => [resource.urn, new OpenedResource(resource)]));
  for (const { urn, propertyDependencies } of resources)
    for (const [property, dependencies] of Object.entries(propertyDependencies))
      opened.get(urn)!.propertyDependencies[property] = dependencies.flatMap(
        (dependency) => opened.get(dependency.urn) ?? [],
      );
  return { resources: [...opened.values()] };
}
