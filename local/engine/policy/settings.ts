import { readFileSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { parse } from "yaml";
import { type RuntimeOptions, readRuntimeOptions } from "../process/runtime-options";

/** What a policy pack's PulumiPolicy.yaml says about how to start it. */
export interface PackSettings {
  /** The pack as its user named it. */
  readonly given: string;
  /** Absolute folder of PulumiPolicy.yaml; the pack's working directory. */
  readonly directory: string;
  /** What is run: the folder, or the file or folder that `main` names within it. */
  readonly program: string;
  /** Default: the one in the pack's package.json. */
  readonly version?: string;
  readonly runtime: RuntimeOptions;
}

/**
 * Reads a pack's settings.
 * @param pack absolute folder, or one from the project's folder.
 * @throws Error that names the file, what was found and what is expected.
 * @see https://www.pulumi.com/docs/iac/crossguard/core-concepts/
 */
export function readPackSettings(pack: string, projectDirectory: string): PackSettings {
  const directory = isAbsolute(pack) ? pack : resolve(projectDirectory, pack);
  const file = join(directory, "PulumiPolicy.yaml");
  const fields = readFields(file, pack);
  const { runtime, main, version } = fields;
  if (main !== undefined && typeof main !== "string")
    throw new Error(`${file}: main is ${JSON.stringify(main)}; expected the path of a file or folder`);
  return {
    given: pack,
    directory,
    program: main ? join(directory, main) : directory,
    ...(typeof version === "string" && version ? { version } : {}),
    runtime: readRuntimeOptions(runtimeOf(runtime, file), file),
  };
}

function readFields(file: string, pack: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new Error(`policy pack not found at ${pack}; expected a folder with a PulumiPolicy.yaml`, { cause });
  }
  let fields: unknown;
  try {
    fields = parse(text);
  } catch (cause) {
    throw new Error(`${file} is not YAML: ${(cause as Error).message}`, { cause });
  }
  if (!isRecord(fields)) throw new Error(`${file} holds no settings; expected at least runtime: nodejs`);
  return fields;
}

function runtimeOf(runtime: unknown, file: string) {
  if (typeof runtime === "string") return { name: runtime, options: {} };
  if (isRecord(runtime) && typeof runtime.name === "string") {
    const { name, options } = runtime;
    return { name, options: isRecord(options) ? options : {} };
  }
  throw new Error(`${file}: runtime is ${JSON.stringify(runtime) ?? "missing"}; expected nodejs`);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
