import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { PropertyMap, PropertyValue } from "../model";
import { type Fault, ProjectError } from "../project/faults";
import { didYouMean } from "../project/nearest";
import { isMap } from "../values";
import { show } from "./json-schema";
import { notJson } from "./not-json";

const levels = ["advisory", "mandatory", "remediate", "disabled"] as const;
export type Level = (typeof levels)[number];

/** What a configuration file says of one policy, or of all. */
export interface GivenSetting {
  readonly level?: Level;
  readonly properties: PropertyMap;
}

/** One pack's configuration as its file gives it. */
export interface PackConfiguration {
  /** The file, relative to the project's folder. */
  readonly file: string;
  /** By policy, `all` among them. */
  readonly policies: ReadonlyMap<string, GivenSetting>;
}

/**
 * Finds and reads the configuration of each pack.
 * @param given files in the order of the packs, from `directory`. Default: each pack's own `config.<stack>.json`, where
 * there is one: a convention of local runs, which the Pulumi CLI does not have.
 * @throws ProjectError that names every fault of every file.
 */
export function readPackConfigurations(
  packDirectories: readonly string[],
  given: readonly string[] | undefined,
  { directory, stack }: { readonly directory: string; readonly stack: string },
): readonly (PackConfiguration | undefined)[] {
  const faults: Fault[] = [];
  const own = packDirectories.map((pack) => join(pack, `config.${stack}.json`));
  const paths = given ?? own.map((path) => (existsSync(path) ? path : undefined));
  if (paths.length !== packDirectories.length)
    throw new Error(
      `found ${paths.length} policy pack configurations for ${packDirectories.length} policy packs; expected one for each`,
    );
  const configurations = paths.map((path) => {
    if (path === undefined) return undefined;
    const file = relative(directory, path);
    const policies = parsePackConfiguration(read(path), (message) => faults.push({ file, message }));
    return { file, policies };
  });
  if (faults.length > 0) throw new ProjectError(faults);
  return configurations;
}

/** @returns the file's text, or why it cannot be read. */
function read(path: string): { readonly text: string } | { readonly reason: string } {
  try {
    return { text: readFileSync(path, "utf8") };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { reason: code === "ENOENT" ? "it was not found" : message };
  }
}

/**
 * Reads Pulumi's own form: a level, or an object with `enforcementLevel` and settings, by policy or for `all`. A file
 * without content configures nothing.
 * @see https://github.com/pulumi/pulumi/blob/master/pkg/resource/analyzer/config.go (LoadPolicyPackConfigFromFile)
 */
export function parsePackConfiguration(
  source: { readonly text: string } | { readonly reason: string },
  fault: (message: string) => void,
): PackConfiguration["policies"] {
  const policies = new Map<string, GivenSetting>();
  if ("reason" in source) {
    fault(`${source.reason}; expected a policy pack's configuration`);
    return policies;
  }
  if (source.text.trim() === "") return policies;
  let content: PropertyValue;
  try {
    content = JSON.parse(source.text) as PropertyValue;
  } catch (error) {
    fault(notJson(error));
    return policies;
  }
  if (!isMap(content)) {
    fault(`it holds ${show(content)}; expected an object of policies`);
    return policies;
  }
  for (const [policy, value] of Object.entries(content)) {
    if (policy === "environments" && Array.isArray(value)) {
      fault("environments names Pulumi ESC environments, which cannot be opened here; give their values by policy");
      continue;
    }
    const setting = parseSetting(policy, value, fault);
    if (setting !== undefined) policies.set(policy, setting);
  }
  return policies;
}

function parseSetting(
  policy: string,
  value: PropertyValue,
  fault: (message: string) => void,
): GivenSetting | undefined {
  if (typeof value === "string") {
    const level = parseLevel(policy, value, fault);
    return level && { level, properties: {} };
  }
  if (!isMap(value)) {
    fault(`${policy} is ${show(value)}; expected a level or an object with enforcementLevel and settings`);
    return undefined;
  }
  const { enforcementLevel, ...properties } = value;
  if (policy === "all")
    for (const key of Object.keys(properties)) fault(`all.${key} is not a setting; all has an enforcementLevel only`);
  if (enforcementLevel === undefined) return { properties };
  const level = parseLevel(`${policy}.enforcementLevel`, enforcementLevel, fault);
  return level && { level, properties };
}

function parseLevel(path: string, value: PropertyValue, fault: (message: string) => void): Level | undefined {
  const level = levels.find((one) => one === value);
  if (level === undefined) {
    const meant = typeof value === "string" ? didYouMean(value, levels) : "";
    fault(`${path} is ${show(value)}${meant || `; expected ${levels.join(", ")}`}`);
  }
  return level;
}
