import { EngineFault } from "./fault";
import type { ResourceState, Urn } from "./model";
import { analyzeStack } from "./policy/analysis";
import type { Run } from "./run";
import { isProviderType } from "./urn";

/**
 * The end of a run, when the program has nothing more to register: what it no longer declares is deleted, and policies
 * see the whole stack. A second call does nothing.
 * @returns false when the run is stopped, and the program must not be told that it may end.
 * @throws EngineFault when the stack's outputs never came, and when a policy throws.
 */
export async function finish(run: Run): Promise<boolean> {
  if (run.isFinished) return true;
  run.isFinished = true;
  if (run.outputs === undefined)
    throw new EngineFault(
      "the stack's outputs were never registered: an exported output waits for a promise that never settles",
      run.stackUrn,
    );
  if (!deleteMissing(run)) {
    run.stop("failed");
    return false;
  }
  await analyzeStack(run);
  if (run.hasMandatoryViolation) run.stop("violated");
  return !run.hasMandatoryViolation;
}

/** What the last state holds and this run has neither registered nor found under another name. */
export function missing(run: Run): readonly ResourceState[] {
  const renamed = new Set<Urn>(run.oldUrns.values());
  return [...run.previous.values()].filter(({ urn }) => !run.resources.has(urn) && !renamed.has(urn));
}

/** @returns whether all could be deleted: a protected resource cannot. The others are, all the same. */
function deleteMissing(run: Run): boolean {
  let isComplete = true;
  for (const resource of missing(run)) {
    const { urn } = resource;
    if (resource.protect) {
      isComplete = false;
      run.diagnostics.report(
        "error",
        `resource ${JSON.stringify(urn)} cannot be deleted\nbecause it is protected. To unprotect the resource, ` +
          "remove the `protect` flag from the resource in your Pulumi program and run `up`",
        urn,
      );
    } else {
      run.deleted.add(urn);
      if (isCounted(resource)) run.changes.delete++;
    }
  }
  return isComplete;
}

const isCounted = ({ type, external, parent }: ResourceState): boolean =>
  !external && !(isProviderType(type) && parent === undefined);
