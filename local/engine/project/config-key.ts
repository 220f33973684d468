/**
 * The short form `<namespace>:<name>` of a configuration key; keys without a namespace get the project's.
 * Undefined when it is no key.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/config/key.go
 */
export function configKey(project: string, key: string): string | undefined {
  const parts = key.split(":");
  if (parts.length === 1) return `${project}:${key}`;
  if (parts.length === 2) return key;
  return parts.length === 3 && parts[1] === "config" ? `${parts[0]}:${parts[2]}` : undefined;
}

export const isOfProject = (project: string, shortKey: string): boolean => shortKey.startsWith(`${project}:`);
