import { readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Decrypt } from "./config-value";
import { type Fault, ProjectError } from "./faults";
import { didYouMean } from "./nearest";
import { type ProjectFile, parseProject } from "./project-file";
import { findPassphrase, passphraseDecrypter } from "./secure";
import { mergeConfig } from "./settings";
import { parseStack } from "./stack-file";
import { readYaml, type YamlFile } from "./yaml-file";

export { ProjectError } from "./faults";

/** A project and one of its stacks, read from their files and checked. */
export interface ProjectSettings {
  /** Absolute folder of Pulumi.yaml. */
  readonly directory: string;
  readonly name: string;
  /** Folder or file of the program, relative to `directory`. Default: `directory` itself. */
  readonly main?: string;
  readonly runtime: { readonly name: string; readonly options: Readonly<Record<string, unknown>> };
  readonly stack: string;
  /** By short key, such as `aws:region`; objects and lists as JSON text; defaults of Pulumi.yaml included. */
  readonly config: Readonly<Record<string, string>>;
  /** Keys of `config` whose values are secret. */
  readonly secretKeys: readonly string[];
  /** Those of them that could not be decrypted: a placeholder stands in. */
  readonly placeholders: readonly string[];
}

const projectFile = "Pulumi.yaml";
const stackFile = /^Pulumi\.([A-Za-z0-9_.-]+)\.yaml$/;

/**
 * Reads Pulumi.yaml and Pulumi.<stack>.yaml as the Pulumi CLI does.
 * Secrets are opened with PULUMI_CONFIG_PASSPHRASE where that is what closed them.
 * @param configFile is read in place of Pulumi.<stack>.yaml; relative to the working directory
 * @throws ProjectError that names every fault of both files.
 */
export function readProject(
  directory: string,
  stack: string,
  configFile?: string,
  environment: NodeJS.ProcessEnv = process.env,
): ProjectSettings {
  const absolute = resolve(directory);
  const faults: Fault[] = [];
  const project = parseProject(read(absolute, faults), (message) => faults.push({ file: projectFile, message }));
  const path = configFile ? resolve(configFile) : join(absolute, project.stackConfigDir, `Pulumi.${stack}.yaml`);
  const name = relative(absolute, path);
  const fault = (message: string) => faults.push({ file: name, message });

  if (!/^[A-Za-z0-9_.-]+$/.test(stack)) {
    fault(`${JSON.stringify(stack)} is no stack's name; expected letters, digits, hyphens, underscores and dots`);
    throw new ProjectError(faults);
  }
  const file = readYaml(path);
  if (file.kind === "missing") fault(configFile ? "it was not found" : noSuchStack(absolute, project, stack));
  if (file.kind === "broken") file.faults.forEach(fault);
  if (file.kind !== "read") throw new ProjectError(faults);

  const { config, encryptionSalt } = parseStack(project.name, file.value, fault);
  const decrypt = decrypter(encryptionSalt, environment, fault);
  const merged = mergeConfig(project.name, config, project.declarations, decrypt, fault);
  if (faults.length > 0) throw new ProjectError(faults);

  const entries = [...merged].sort(([a], [b]) => (a < b ? -1 : 1));
  const keysOf = (kind: "secret" | "placeholder") => entries.filter(([, value]) => value[kind]).map(([key]) => key);
  return {
    directory: absolute,
    name: project.name,
    main: project.main,
    runtime: project.runtime,
    stack,
    config: Object.fromEntries(entries.map(([key, { text }]) => [key, text])),
    secretKeys: keysOf("secret"),
    placeholders: keysOf("placeholder"),
  };
}

/**
 * The stacks of a project, by their files, in order of name.
 * @throws ProjectError when there is no usable Pulumi.yaml.
 */
export function listStacks(directory: string): string[] {
  const faults: Fault[] = [];
  const project = parseProject(read(resolve(directory), faults), (message) =>
    faults.push({ file: projectFile, message }),
  );
  if (faults.length > 0) throw new ProjectError(faults);
  return stacksOf(resolve(directory), project);
}

/** Without a project there is nothing else to say. */
function read(directory: string, faults: Fault[]) {
  const file: YamlFile = readYaml(join(directory, projectFile));
  if (file.kind === "read") return file.value;
  const where = relative(process.cwd(), directory) || "this folder";
  const messages =
    file.kind === "missing"
      ? [`it was not found in ${where}; run this in a Pulumi project or name one with --cwd`]
      : file.faults;
  throw new ProjectError([...faults, ...messages.map((message) => ({ file: projectFile, message }))]);
}

function stacksOf(directory: string, { stackConfigDir }: ProjectFile): string[] {
  try {
    const names = readdirSync(join(directory, stackConfigDir)).map((file) => stackFile.exec(file)?.[1]);
    return names.filter((name) => name !== undefined).sort();
  } catch {
    return [];
  }
}

function noSuchStack(directory: string, project: ProjectFile, stack: string): string {
  const where = relative(process.cwd(), join(directory, project.stackConfigDir)) || "this folder";
  const stacks = stacksOf(directory, project);
  const here = stacks.length > 0 ? `stacks here: ${stacks.join(", ")}` : "there are no stacks here";
  return `it was not found in ${where}; ${here}${didYouMean(stack, stacks)}`;
}

/** The key takes long to make, so only the first secret makes it. */
function decrypter(
  salt: string | undefined,
  environment: NodeJS.ProcessEnv,
  fault: (message: string) => void,
): Decrypt {
  let open: Decrypt | undefined;
  const make = (): Decrypt => {
    try {
      const passphrase = salt === undefined ? undefined : findPassphrase(environment);
      if (passphrase !== undefined && salt !== undefined) return passphraseDecrypter(passphrase, salt);
    } catch (error) {
      fault((error as Error).message);
    }
    return () => undefined;
  };
  return (ciphertext) => {
    open ??= make();
    return open(ciphertext);
  };
}
