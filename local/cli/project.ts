import { existsSync } from "node:fs";
import { join } from "node:path";
import { listStacks } from "../engine/project";
import type { Command } from "./arguments";
import { CommandFault } from "./fault";

/** The stacks that were asked for; without any, the only one that the project has, or the preferred one. */
export function stacksOf(
  { directory, stacks }: Pick<Command, "directory" | "stacks">,
  preferred?: string,
): readonly string[] {
  if (stacks.length > 0) return stacks;
  const found = listStacks(directory);
  if (found.length === 1) return found;
  if (preferred !== undefined && found.includes(preferred)) return [preferred];
  throw new CommandFault(
    found.length === 0
      ? "no stack was given and there is no Pulumi.<stack>.yaml here; give one with --stack"
      : `no stack was given; give one with --stack: ${found.join(", ")}`,
  );
}

/** The policy packs that were asked for; without any, the project's own folder `policy`, where it is a pack. */
export function policyPacksOf({
  directory,
  policyPacks,
}: Pick<Command, "directory" | "policyPacks">): readonly string[] {
  if (policyPacks !== undefined) return policyPacks;
  const own = join(directory, "policy");
  return existsSync(join(own, "PulumiPolicy.yaml")) ? [own] : [];
}
