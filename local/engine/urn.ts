import type { Urn } from "./model";

/** The type of the resource at the root of each stack. */
export const stackType = "pulumi:pulumi:Stack";

const providerPrefix = "pulumi:providers:";

export interface UrnParts {
  readonly stack: string;
  readonly project: string;
  /** The types of the parents and the resource's own, joined by `$`. */
  readonly types: string;
  readonly name: string;
}

/**
 * The name of a resource within a stack. The stack at the root does not show among the types of its children.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/urn/urn.go
 */
export function makeUrn(parts: {
  readonly stack: string;
  readonly project: string;
  readonly parent?: Urn;
  readonly type: string;
  readonly name: string;
}): Urn {
  const parents = parts.parent ? parseUrn(parts.parent).types : "";
  const types = parents === "" || parents === stackType ? parts.type : `${parents}$${parts.type}`;
  return `urn:pulumi:${parts.stack}::${parts.project}::${types}::${parts.name}`;
}

/**
 * The parts of a URN. A name may hold `::` itself.
 * @throws Error when it is not a URN.
 */
export function parseUrn(urn: Urn): UrnParts {
  const [stack, project, types, ...name] = urn.replace(/^urn:pulumi:/, "").split("::");
  if (!urn.startsWith("urn:pulumi:") || stack === undefined || project === undefined || !types || name.length === 0)
    throw new Error(`invalid URN ${JSON.stringify(urn)}; expected urn:pulumi:<stack>::<project>::<type>::<name>`);
  return { stack, project, types, name: name.join("::") };
}

/** The resource's own type, without those of its parents. */
export function urnType(urn: Urn): string {
  const { types } = parseUrn(urn);
  return types.slice(types.lastIndexOf("$") + 1);
}

/** True for `pulumi:providers:<package>`. */
export const isProviderType = (type: string): boolean => type.startsWith(providerPrefix);

export const providerType = (packageName: string): string => `${providerPrefix}${packageName}`;

/** The package of a type or function token, such as `aws` of `aws:lambda/function:Function`; that of a provider is its last part. */
export const packageOf = (token: string): string =>
  isProviderType(token) ? token.slice(providerPrefix.length) : (token.split(":")[0] ?? "");
