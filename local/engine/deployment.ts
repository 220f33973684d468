import type { PropertyMap, PropertyValue, ResourceState, StackState } from "./model";
import { isMap, isSecret, mapChildren, signatureKey, signatures } from "./values";

/** A stack as `pulumi stack export` writes it. */
export interface Deployment {
  readonly version: 3;
  readonly deployment: {
    readonly manifest: { readonly time: string; readonly magic: string; readonly version: string };
    readonly resources: readonly DeploymentResource[];
    readonly metadata: PropertyMap;
  };
}

/** One resource: what is empty, absent or false is left out, except the dependencies of each property. */
export interface DeploymentResource extends PropertyMap {
  urn: string;
  custom: boolean;
  type: string;
}

/**
 * A stack's state in Pulumi's own JSON. Secrets leave as `{<signature>, ciphertext: "[secret]"}`: nothing secret does.
 * Creation times, stack traces and the secrets provider are not there, since no real deployment was made.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/core.go (DeploymentV3, ResourceV3)
 */
export function toDeployment(state: StackState): Deployment {
  return {
    version: 3,
    deployment: {
      manifest: { time: "0001-01-01T00:00:00Z", magic: "", version: "" },
      resources: state.resources.map(toResource),
      metadata: {},
    },
  };
}

function toResource(resource: ResourceState): DeploymentResource {
  const { urn, custom, id, type, inputs, outputs, propertyDependencies } = resource;
  const hasDependencies = Object.keys(propertyDependencies).length > 0;
  return {
    urn,
    custom,
    ...filled({ id }),
    type,
    ...filled({
      inputs: concealed(inputs),
      outputs: concealed(outputs),
      parent: resource.parent,
      protect: resource.protect,
      external: resource.external,
      dependencies: [...resource.dependencies],
      provider: resource.provider,
    }),
    ...(hasDependencies ? { propertyDependencies: mutable(propertyDependencies) } : {}),
    ...filled({
      additionalSecretOutputs: [...(resource.additionalSecretOutputs ?? [])],
      aliases: [...(resource.aliases ?? [])],
      customTimeouts: { ...resource.customTimeouts },
      retainOnDelete: resource.retainOnDelete,
      ignoreChanges: [...(resource.ignoreChanges ?? [])],
      replaceOnChanges: [...(resource.replaceOnChanges ?? [])],
      sourcePosition: resource.sourcePosition,
    }),
  };
}

const filled = (fields: Readonly<Record<string, PropertyValue | undefined>>): PropertyMap =>
  Object.fromEntries(Object.entries(fields).filter((field): field is [string, PropertyValue] => !isVoid(field[1])));

function isVoid(value: PropertyValue | undefined): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isMap(value)) return Object.keys(value).length === 0;
  return value === undefined || value === false || value === null || value === "";
}

function concealed(value: PropertyMap): PropertyMap;
function concealed(value: PropertyValue): PropertyValue;
function concealed(value: PropertyValue): PropertyValue {
  if (isSecret(value)) return { [signatureKey]: signatures.secret, ciphertext: "[secret]" };
  return mapChildren(value, concealed);
}

const mutable = (dependencies: ResourceState["propertyDependencies"]): PropertyMap =>
  Object.fromEntries(Object.entries(dependencies).map(([key, urns]) => [key, [...urns]]));
