import { type PolicyResource, UnknownValueError } from "@pulumi/policy";
import { opaque, type Properties, type PropertyValue, unknownValue } from "./reading";
import type { Resource, Stack, StackResource } from "./resource";

/**
 * What the engine sends in a preview in the place of a value that is not known yet. The SDK hides it behind an error;
 * it is recognized here as well, so that an SDK without that error would still not pass it off as a value.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/nodejs/runtime/rpc.ts
 */
const sentinel = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

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

/** Opens every resource of a stack once, then ties the dependencies to the opened ones. */
export function openStack(resources: readonly PolicyResource[]): Stack {
  const opened = new Map<string, { resource: StackResource; sources: Record<string, readonly StackResource[]> }>();
  for (const resource of resources) {
    const sources: Record<string, readonly StackResource[]> = {};
    opened.set(resource.urn, { resource: { ...openResource(resource), propertyDependencies: sources }, sources });
  }
  for (const { urn, propertyDependencies } of resources)
    for (const [property, dependencies] of Object.entries(propertyDependencies))
      opened.get(urn)!.sources[property] = dependencies.flatMap(
        (dependency) => opened.get(dependency.urn)?.resource ?? [],
      );
  return { resources: [...opened.values()].map(({ resource }) => resource) };
}
