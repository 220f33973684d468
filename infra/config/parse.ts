import type { Catalogue } from "../catalogue";
import { listFaults } from "./faults";
import { type Settings, settingsSchema } from "./schema";

/**
 * Settings from a stack's configuration as Pulumi hands it over: texts, JSON where the value is structured.
 * @throws {ConfigurationError} with every fault at once
 */
export function parseSettings(catalogue: Catalogue, stack: string, texts: Readonly<Record<string, string>>): Settings {
  const schema = settingsSchema(catalogue);
  const found = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, decode(text)]));
  const result = schema.safeParse(found);
  if (result.success) return freeze(result.data);
  throw new ConfigurationError(`Pulumi.${stack}.yaml`, listFaults(result.error, found, schema));
}

/** What is wrong with a stack's settings, whole. */
export class ConfigurationError extends Error {
  constructor(file: string, faults: readonly string[]) {
    super(`${file} cannot be used:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.name = "ConfigurationError";
  }
}

/** Lists and objects arrive as JSON; anything else is a text, and no setting at the top is a number or a flag. */
function decode(text: string): unknown {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null)
    for (const inner of Object.values(Object.freeze(value))) freeze(inner);
  return value;
}
