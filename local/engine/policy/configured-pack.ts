import { resolve } from "node:path";
import type { EngineOptions } from "../contract";
import type { ProjectSettings } from "../project";
import { type PackConfiguration, readPackConfigurations } from "./pack-configuration";
import { type PackSettings, readPackSettings } from "./settings";

/** A pack that was asked for, with what its configuration file says; not started yet. */
export interface ConfiguredPack {
  readonly pack: PackSettings;
  readonly configuration: PackConfiguration | undefined;
}

/** @throws Error for a pack that cannot be found, ProjectError for configuration that cannot be read. */
export function configuredPacks(
  { policyPacks = [], policyPackConfigs }: Pick<EngineOptions, "policyPacks" | "policyPackConfigs">,
  project: Pick<ProjectSettings, "directory" | "stack">,
): readonly ConfiguredPack[] {
  const packs = policyPacks.map((pack) => readPackSettings(pack, project.directory));
  const configurations = readPackConfigurations(
    packs.map(({ directory }) => directory),
    policyPackConfigs?.map((file) => resolve(project.directory, file)),
    project,
  );
  return packs.map((pack, index) => ({ pack, configuration: configurations[index] }));
}
