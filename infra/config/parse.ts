import { existsSync } from "node:fs";
import type { Catalogue } from "../catalogue";
import { decode } from "./decode";
import { showFault } from "./faults";
import { listRuleFaults } from "./rules";
import { type Settings, settingsSchema } from "./schema";
import { listSchemaFaults } from "./schema-faults";
import { readSecretNames, secretsKey } from "./secrets";

/**
 * Settings from a stack's configuration as Pulumi hands it over: texts, JSON where the value is structured.
 * @param isClosed whether a setting is encrypted in the stack's file
 * @param fileExists whether the project has a file. Default: whether it is on disk
 * @throws {ConfigurationError} with every fault at once. What goes together is judged once each field is of its kind.
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
  const faults = result.success
    ? listRuleFaults({ settings: result.data, catalogue, secrets: secrets.names, fileExists }).map(showFault)
    : listSchemaFaults(result.error, found, schema);
  const all = [...faults, ...secrets.faults.map(showFault)];
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
