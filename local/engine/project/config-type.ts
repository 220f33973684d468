import { isYamlMap, type YamlMap, type YamlValue } from "./yaml-file";

export const simpleTypes = ["string", "integer", "boolean", "array", "object"] as const;
type SimpleType = (typeof simpleTypes)[number];

/** What `type` and `items` of a configuration key in Pulumi.yaml declare. */
export type ConfigType =
  | { readonly type: Exclude<SimpleType, "array"> }
  | { readonly type: "array"; readonly items: ConfigType };

const isSimpleType = (value: unknown): value is SimpleType => simpleTypes.includes(value as SimpleType);

/** The declared type, or a sentence that says why it is none. */
export function configType({ type, items }: YamlMap): ConfigType | string {
  if (isYamlMap(type)) return configType(type);
  if (!isSimpleType(type)) return `type is ${JSON.stringify(type)}; expected one of ${simpleTypes.join(", ")}`;
  if (type !== "array") return { type };
  if (!isYamlMap(items)) return "type is array without items; expected items: { type: ... }";
  const inner = configType(items);
  return typeof inner === "string" ? `items: ${inner}` : { type, items: inner };
}

/** Such as `array<string>`. */
export const typeName = (type: ConfigType): string =>
  type.type === "array" ? `array<${typeName(type.items)}>` : type.type;

/**
 * Numbers and booleans may be given as text, as Pulumi allows: that is how the configuration reaches programs.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/go/common/workspace/project.go
 */
export function hasType(value: YamlValue, type: ConfigType): boolean {
  switch (type.type) {
    case "string":
      return typeof value === "string";
    case "integer":
      return (
        typeof value === "bigint" ||
        (typeof value === "number" && Number.isInteger(value)) ||
        (typeof value === "string" && /^[-+]?\d+$/.test(value))
      );
    case "boolean":
      return typeof value === "boolean" || value === "true" || value === "false";
    case "object":
      return isYamlMap(value);
    case "array":
      return Array.isArray(value) && value.every((item) => hasType(item, type.items));
  }
}
