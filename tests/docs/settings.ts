import { parse } from "yaml";
import type { z } from "zod";
import { catalogue } from "../../infra/catalogue";
import { ConfigurationError, parseSettings } from "../../infra/config/parse";
import { settingsSchema } from "../../infra/config/schema";
import { secretsKey } from "../../infra/config/secrets";
import { settingTexts } from "../support/settings";

type Schema = z.core.$ZodType;

/** Schemas one level below, by key; a placeholder such as `<name>` stands for any. */
function below(schema: Schema, key: string): Schema[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "optional":
      return below(def.innerType, key);
    case "object":
      return key.startsWith("<") ? Object.values(def.shape) : Object.hasOwn(def.shape, key) ? [def.shape[key]!] : [];
    case "record":
      return [def.valueType];
    case "union":
      return def.options.flatMap((option) => below(option, key));
    default:
      return [];
  }
}

/** Whether there is a setting at this path, such as `edge.rest.name` or `authorizers.<name>.cacheTtlSeconds`. */
export function isSetting(path: string): boolean {
  const keys = path.split(".");
  if (keys[0] === secretsKey) return keys.length <= 2;
  let reached: Schema[] = [settingsSchema(catalogue)];
  for (const key of keys) reached = reached.flatMap((schema) => below(schema, key));
  return reached.length > 0;
}

const prefix = "gatehouse:";

/** What is wrong with a snippet of a stack's file, when it is put into the one of prod. */
export function faultsOfSnippet(yaml: string): string[] {
  const { config = {} } = (parse(yaml) ?? {}) as { config?: Readonly<Record<string, unknown>> };
  const own = Object.entries(config).filter(([key]) => key.startsWith(prefix));
  const texts = settingTexts("prod");
  const merged = own.map(([key, value]) => {
    const name = key.slice(prefix.length);
    const before: unknown = texts[name] === undefined ? undefined : JSON.parse(texts[name]);
    return [name, JSON.stringify(merge(before, value))];
  });
  try {
    parseSettings(catalogue, "prod", { ...texts, ...Object.fromEntries(merged) }, () => true);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return [error.message];
    throw error;
  }
}

/** As a person would edit the file: what is of another kind takes the place of what was there. */
function merge(before: unknown, after: unknown): unknown {
  if (!isRecord(before) || !isRecord(after) || before.kind !== after.kind) return after;
  const keys = Object.keys(after).map((key) => [key, merge(before[key], after[key])]);
  return { ...before, ...Object.fromEntries(keys) };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
