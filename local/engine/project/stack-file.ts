import { configKey } from "./config-key";
import { nearest } from "./nearest";
import { isYamlMap, type YamlMap, type YamlValue } from "./yaml-file";

/** What a local run needs of Pulumi.<stack>.yaml. */
export interface StackFile {
  /** By short key, secrets still closed. */
  readonly config: ReadonlyMap<string, YamlValue>;
  /** `v1:<salt>:<check>` of the passphrase secrets provider. */
  readonly encryptionSalt?: string;
}

const topLevel = ["config", "encryptionsalt", "encryptedkey", "secretsprovider", "environment"];

/**
 * Reads what Pulumi reads. Pulumi ignores other keys at the top; here one that looks like a slip of the pen is a fault.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/go/common/workspace/project.go
 */
export function parseStack(project: string, value: YamlValue, fault: (message: string) => void): StackFile {
  if (value !== null && !isYamlMap(value)) fault("it holds no settings; expected a map with config");
  const file = isYamlMap(value) ? value : {};
  for (const key of Object.keys(file)) {
    const meant = topLevel.includes(key) ? undefined : nearest(key, topLevel);
    if (meant !== undefined) fault(`${key} is not a setting; did you mean ${meant}?`);
  }
  if (!isEmpty(file.environment)) {
    fault("environment names Pulumi ESC environments, which cannot be opened here; give their values in --config-file");
  }
  if (!isEmpty(file.encryptionsalt) && typeof file.encryptionsalt !== "string") fault("encryptionsalt is not text");
  return {
    config: parseConfig(project, file.config ?? {}, fault),
    encryptionSalt: typeof file.encryptionsalt === "string" ? file.encryptionsalt : undefined,
  };
}

function parseConfig(project: string, config: YamlValue, fault: (message: string) => void): Map<string, YamlValue> {
  const found = new Map<string, YamlValue>();
  if (!isYamlMap(config)) {
    fault("config is not a map; expected lines such as <namespace>:<name>: <value>");
    return found;
  }
  for (const [written, value] of Object.entries(config)) {
    const key = configKey(project, written);
    if (key === undefined) {
      fault(`config.${written} is no configuration key; expected <namespace>:<name>`);
    } else if (found.has(key)) {
      fault(`config.${written} is given twice, once as ${key}; keep one`);
    } else {
      found.set(key, value);
      for (const path of brokenSecrets(value, `config.${written}`)) {
        fault(`${path}.secure is not text; expected what \`pulumi config set --secret\` wrote`);
      }
    }
  }
  return found;
}

const isEmpty = (value: YamlValue | undefined): boolean =>
  value === undefined || value === null || (Array.isArray(value) ? value.length === 0 : false);

/** A lone `secure` that is not text would be handed on as plain configuration, which its author did not mean. */
function brokenSecrets(value: YamlValue, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => brokenSecrets(item, `${path}[${index}]`));
  if (!isYamlMap(value)) return [];
  const isBroken = Object.keys(value).length === 1 && "secure" in value && typeof value.secure !== "string";
  return isBroken
    ? [path]
    : Object.entries(value as YamlMap).flatMap(([key, one]) => brokenSecrets(one, `${path}.${key}`));
}
