import { existsSync } from "node:fs";
import type { Catalogue } from "../catalogue";
import { decode } from "./decode";
import { showFault } from "./faults";
import { readable } from "./readable";
import { listRuleFaults } from "./rules";
import { type Settings, settingsSchema } from "./schema";
import { faultyPaths, listSchemaFaults } from "./schema-faults";
import { readSecretNames, secretsKey } from "./secrets";

/**
 * Settings from a stack's configuration as Pulumi hands it over: texts, JSON where the value is structured.
 * @param isClosed whether a setting is encrypted in the stack's file
 * @param fileExists whether the project has a file. Default: whether it is on disk
 * @throws {ConfigurationError} with every fault at once, of single fields and of fields that do not go together
 */
export function parseSettings(
  catalogue: Catalogue,
  stack: string,
  { [secretsKey]: secretText, ...texts }: Readonly<Record<string, string>>,
  isClosed: (key: string) => boolean,
  fileExists: (path: string) => boolean = existsSync,
): Settings {
  const schema = settingsSchema(catalogue);
  const found = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, decode(text)]));
  const secrets = readSecretNames(secretText, isClosed(secretsKey));
  const result = schema.safeParse(found);
  const fieldFaults = result.success ? [] : listSchemaFaults(result.error, found, schema);
  // Rules see all that is of its kind: what the schema takes it takes unchanged.
  const settings = result.success ? result.data : readable(found as Settings, faultyPaths(result.error));
  const ruleFaults = listRuleFaults({ settings, catalogue, secrets: secrets.names, fileExists });
  const all = [...fieldFaults, ...[...ruleFaults, ...secrets.faults].map(showFault)];
  if (!result.success || all.length > 0) throw new ConfigurationError(`Pulumi.${stack}.yaml`, [...new Set(all)]);
  return freeze(result.data);
}

/** What is wrong with a stack's settings, whole. */
export class ConfigurationError extends Error {
  constructor(file: string, faults: readonly string[]) {
    super(`${file} cannot be used:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.name = "ConfigurationError";
  }
}

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null)
    for (const inner of Object.values(Object.freeze(value))) freeze(inner);
  return value;
}
