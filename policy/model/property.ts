import { type Reading, read, readText } from "../reading";
import type { Resource } from "../resource";

/** Names in CloudFormation, and so in `aws-native`, that differ from those of `@pulumi/aws`. */
const nativeNames: Readonly<Record<string, string>> = {
  restApi: "restApiId",
  deployment: "deploymentId",
  authorization: "authorizationType",
  identitySources: "identitySource",
  audiences: "audience",
  function: "functionName",
};

/** What the resource's provider calls a property that `@pulumi/aws` calls by this name. */
export function nameIn({ type }: Pick<Resource, "type">, property: string): string {
  return type.startsWith("aws-native:") ? (nativeNames[property] ?? property) : property;
}

/** Reads a property by its name in `@pulumi/aws`, whichever provider the resource has. */
export function readOf(resource: Resource, ...path: readonly (string | number)[]): Reading {
  return read(resource.properties, ...path.map((key) => (typeof key === "string" ? nameIn(resource, key) : key)));
}

/** The text of a property by its name in `@pulumi/aws`; undefined when it is unknown, absent or no text. */
export function textOf(resource: Resource, ...path: readonly (string | number)[]): string | undefined {
  return readText(resource.properties, ...path.map((key) => (typeof key === "string" ? nameIn(resource, key) : key)));
}
