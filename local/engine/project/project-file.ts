import { configKey, isOfProject } from "./config-key";
import { type ConfigType, configType, hasType, typeName } from "./config-type";
import { didYouMean } from "./nearest";
import { isYamlMap, type YamlMap, type YamlValue } from "./yaml-file";

/** A key under `config:` of Pulumi.yaml. */
export interface Declaration {
  /** Such as `gatehouse:mfa`. */
  readonly key: string;
  /** Absent: not declared, so that anything goes. */
  readonly type?: ConfigType;
  readonly secret: boolean;
  /** What the stacks have that say nothing. */
  readonly value?: YamlValue;
}

/** What a local run needs of Pulumi.yaml. */
export interface ProjectFile {
  readonly name: string;
  readonly main?: string;
  readonly runtime: { readonly name: string; readonly options: Readonly<Record<string, unknown>> };
  /** Folder of the stacks' files, relative to Pulumi.yaml. */
  readonly stackConfigDir: string;
  readonly declarations: readonly Declaration[];
}

const attributes = ["type", "items", "description", "secret", "default", "value"];

/**
 * Reads what Pulumi reads, and says of each thing that it cannot use why.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/go/common/workspace/project.go
 */
export function parseProject(value: YamlValue, fault: (message: string) => void): ProjectFile {
  const file = isYamlMap(value) ? value : {};
  if (!isYamlMap(value)) fault("it holds no settings; expected at least name and runtime");
  const name = text(file, "name", fault) ?? "";
  if (name === "" && isYamlMap(value)) fault("name is missing; expected the project's name");
  const legacyDirectory = typeof file.config === "string" ? file.config : undefined;
  return {
    name,
    main: text(file, "main", fault),
    runtime: parseRuntime(file.runtime, fault),
    stackConfigDir: text(file, "stackConfigDir", fault) ?? legacyDirectory ?? ".",
    declarations: legacyDirectory === undefined ? parseDeclarations(name, file.config, fault) : [],
  };
}

function text(file: YamlMap, key: string, fault: (message: string) => void): string | undefined {
  const value = file[key] ?? undefined;
  if (value === undefined || typeof value === "string") return value;
  fault(`${key} is ${show(value)}; expected text`);
  return undefined;
}

function parseRuntime(value: YamlValue | undefined, fault: (message: string) => void): ProjectFile["runtime"] {
  const { name, options } = isYamlMap(value) ? value : { name: value, options: undefined };
  if (name !== "nodejs") fault(`runtime is ${show(name ?? null)}; expected nodejs, the only runtime that runs locally`);
  if (options !== undefined && options !== null && !isYamlMap(options)) {
    fault(`runtime.options is ${show(options)}; expected a map`);
  }
  return { name: String(name), options: isYamlMap(options) ? plainNumbers(options) : {} };
}

function parseDeclarations(project: string, config: YamlValue | undefined, fault: (message: string) => void) {
  if (config === undefined || config === null) return [];
  if (!isYamlMap(config)) {
    fault(`config is ${show(config)}; expected a map of keys`);
    return [];
  }
  return Object.entries(config).flatMap(([written, value]) => {
    const key = configKey(project, written);
    if (key !== undefined)
      return parseDeclaration(project, key, value, (message) => fault(`config.${written}${message}`));
    fault(`config.${written} is no configuration key; expected <name> or <namespace>:<name>`);
    return [];
  });
}

function parseDeclaration(
  project: string,
  key: string,
  value: YamlValue,
  fault: (message: string) => void,
): Declaration[] {
  if (!isYamlMap(value)) {
    // The short form, which Pulumi allows for text, whole numbers, booleans and lists.
    if (value === null || typeof value === "number")
      fault(` is ${show(value)}; write it as a map with ${isOfProject(project, key) ? "default" : "value"}`);
    return [{ key, secret: false, value }];
  }
  for (const attribute of Object.keys(value)) {
    if (!attributes.includes(attribute)) {
      fault(
        `.${attribute} is not an attribute${didYouMean(attribute, attributes) || `; expected ${attributes.join(", ")}`}`,
      );
    }
  }
  const type = value.type === undefined ? undefined : configType(value);
  if (typeof type === "string") fault(`.${type}`);
  const known = typeof type === "object" ? type : undefined;
  const { default: byDefault = null, value: fixed = null } = value;
  if (byDefault !== null && fixed !== null) fault(" has both default and value; keep one");
  if (isOfProject(project, key)) {
    if (known && byDefault !== null && !hasType(byDefault, known)) {
      fault(`.default is ${show(byDefault)}; expected ${typeName(known)}`);
    }
  } else {
    if (type !== undefined)
      fault(" has a type, but belongs to another namespace; only the project's own keys have types");
    if (byDefault !== null) fault(" has a default, but belongs to another namespace; write value instead");
    else if (fixed === null) fault(" has no value");
  }
  return [{ key, type: known, secret: value.secret === true, value: byDefault ?? fixed ?? undefined }];
}

/** Options such as `nodeargs` are read by JavaScript, which has no use for bigint here. */
const plainNumbers = (value: YamlMap): Record<string, unknown> =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === "bigint" ? Number(one) : one)));

const show = (value: YamlValue): string =>
  value === null ? "empty" : JSON.stringify(value, (_, one) => (typeof one === "bigint" ? Number(one) : one));
