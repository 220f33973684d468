import { isOfProject } from "./config-key";
import { hasType, typeName } from "./config-type";
import { type ConfigValue, configValue, type Decrypt } from "./config-value";
import type { Declaration } from "./project-file";
import { parseYaml, type YamlValue } from "./yaml-file";

/** A stack's whole configuration: what its file says, and what Pulumi.yaml says for stacks that say nothing. */
export function mergeConfig(
  project: string,
  stack: ReadonlyMap<string, YamlValue>,
  declarations: readonly Declaration[],
  decrypt: Decrypt,
  fault: (message: string) => void,
): Map<string, ConfigValue> {
  const merged = new Map<string, ConfigValue>();
  const add = (key: string, value: YamlValue): void => {
    try {
      merged.set(key, configValue(value, decrypt));
    } catch (error) {
      fault(`config.${key} cannot be decrypted: ${(error as Error).message}`);
    }
  };
  for (const [key, value] of stack) add(key, value);
  for (const declaration of declarations) {
    const { key, value } = declaration;
    if (!stack.has(key) && value !== undefined) add(key, value);
    else if (!stack.has(key) && isOfProject(project, key)) fault(missing(declaration));
    const found = merged.get(key);
    if (found) check(declaration, found, fault);
  }
  return merged;
}

const missing = ({ key, type }: Declaration): string =>
  `config.${key} is missing; Pulumi.yaml declares it${type ? ` as ${typeName(type)}` : ""} without a default`;

function check({ key, type, secret }: Declaration, found: ConfigValue, fault: (message: string) => void): void {
  if (!type) return;
  if (secret && !found.secret) {
    fault(
      `config.${key} is plain text, but Pulumi.yaml declares it secret; set it with \`pulumi config set --secret\``,
    );
  } else if (!found.placeholder && !hasType(readBack(found), type)) {
    const value = found.secret ? "of another type" : found.structured ? found.text : JSON.stringify(found.text);
    fault(`config.${key} is ${value}; Pulumi.yaml declares it as ${typeName(type)}`);
  }
}

/** Structured text is JSON, which is YAML too, and read with the same care for digits. */
function readBack({ text, structured }: ConfigValue): YamlValue {
  if (!structured) return text;
  const file = parseYaml(text);
  return file.kind === "read" ? file.value : null;
}
