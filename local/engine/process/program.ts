import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProjectSettings } from "../project";
import { type Child, startChild } from "./child";
import { type Entry, findRunner } from "./entry";
import { readRuntimeOptions, runtimeEnvironment } from "./runtime-options";

/** How many resource operations the SDK may have in flight: what the real CLI passes on a machine of two cores. */
export const parallel = 8;

export interface ProgramOptions {
  readonly settings: ProjectSettings;
  readonly entry: Entry;
  readonly organization: string;
  readonly isPreview: boolean;
  /** `host:port` at which the resource monitor and the engine service listen. */
  readonly address: string;
  readonly onLine: (line: string, stream: "stdout" | "stderr") => void;
}

/**
 * Starts the program as Pulumi's Node.js language host does: the same module, arguments, environment and folder.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/nodejs/cmd/pulumi-language-nodejs/main.go (constructArguments)
 */
export function startProgram({ settings, entry, organization, isPreview, address, onLine }: ProgramOptions): Child {
  const options = readRuntimeOptions(settings.runtime, join(settings.directory, "Pulumi.yaml"));
  const runner = findRunner("cmd/run", entry.directory);
  const sync = mkdtempSync(join(tmpdir(), "pulumi-node-pipes"));
  const flags: readonly (readonly [string, string])[] = [
    ["monitor", address],
    ["engine", address],
    ["sync", sync],
    ["organization", organization],
    ["project", settings.name],
    ["root-directory", settings.directory],
    ["stack", settings.stack],
    ["pwd", entry.directory],
  ];
  const child = startChild({
    argv: [
      ...options.nodeargs,
      runner,
      ...flags.flatMap(([name, value]) => [`--${name}`, value]),
      ...(isPreview ? ["--dry-run"] : []),
      "--parallel",
      `${parallel}`,
      entry.program,
    ],
    cwd: entry.directory,
    env: {
      ...process.env,
      PULUMI_CONFIG: JSON.stringify(longKeys(settings.config)),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(settings.secretKeys),
      ...runtimeEnvironment(options),
    },
    onLine,
  });
  child.exit.then(() => rmSync(sync, { recursive: true, force: true }));
  return child;
}

/** `namespace:key` becomes `namespace:config:key`, which is what programs have been given since the first SDKs. */
export const longKeys = (config: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(config).map(([key, value]) => [key.replace(":", ":config:"), value]));
