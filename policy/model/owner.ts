import type { Stack, StackResource } from "../resource";
import type { Family } from "../resource-types";
import { modelOf } from "./model";

/** The properties that name an API. A mapping of the newer service may lead to APIs of both. */
const references: readonly (readonly [string, Family])[] = [
  ["restApi", "restApi"],
  ["apiId", "httpApi"],
  ["apiId", "restApi"],
];

/** The API of this stack to which a stage, mapping, validator or setting belongs. */
export function apiOf(stack: Stack, resource: StackResource): StackResource | undefined {
  const { relations } = modelOf(stack);
  for (const [property, family] of references) {
    const { resource: api } = relations.refersTo(resource, property, family);
    if (api !== undefined) return api;
  }
  return undefined;
}

/** What is equal for all resources of one API, in the stack or outside. Undefined when nothing shows the API. */
export function apiKeyOf(stack: Stack, resource: StackResource): string | undefined {
  const { relations } = modelOf(stack);
  return (
    apiOf(stack, resource)?.urn ??
    references.map(([property, family]) => relations.refersTo(resource, property, family).outside).find(Boolean)
  );
}

/** The same key for an API by its id. */
export function apiKeyOfId(stack: Stack, id: string): string {
  const { relations } = modelOf(stack);
  return (relations.named("restApi", id) ?? relations.named("httpApi", id))?.urn ?? id;
}

/** The user pool of this stack to which a client or a risk configuration belongs. */
export function poolOf(stack: Stack, resource: StackResource): StackResource | undefined {
  return modelOf(stack).relations.refersTo(resource, "userPoolId", "userPool").resource;
}
