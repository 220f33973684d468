import type { EngineOptions, EngineResult, RunStack } from "./contract";
import { Diagnostics } from "./diagnostics";
import { missing } from "./finish";
import type { StackState } from "./model";
import { type ProjectSettings, readProject } from "./project";
import { organization, type Run } from "./run";
import { openSession } from "./session";

const noChanges: EngineResult["changes"] = { create: 0, update: 0, replace: 0, delete: 0, same: 0, read: 0 };

/**
 * Runs one stack's program, its policy packs beside it, and gives what became of the stack. Every fault of the program,
 * its configuration or the engine is a result with the status `failed` and a message of severity `error`.
 * @throws the reason of `options.signal`, and nothing else.
 */
export const runStack: RunStack = async (options) => {
  const started = performance.now();
  options.signal?.throwIfAborted();
  const diagnostics = new Diagnostics(options.onDiagnostic);
  let run: Run | undefined;
  let status: EngineResult["status"];
  try {
    const settings = readProject(options.projectDirectory, options.stack, options.configFile);
    announceSecrets(settings, diagnostics);
    const session = openSession(options, settings, diagnostics);
    run = session.run;
    status = await session.finished;
  } catch (fault) {
    options.signal?.throwIfAborted();
    diagnostics.report("error", fault instanceof Error ? fault.message : String(fault));
    status = "failed";
  }
  const state = stateOf(options, run, status);
  return {
    status,
    state,
    outputs: state.outputs,
    violations: run?.violations ?? [],
    policies: run?.policies ?? [],
    diagnostics: diagnostics.all,
    changes: run?.changes ?? noChanges,
    durationMs: Math.round(performance.now() - started),
  };
};

function announceSecrets(settings: ProjectSettings, diagnostics: Diagnostics): void {
  for (const key of settings.secretKeys) diagnostics.hide(settings.config[key] ?? "");
  if (settings.placeholders.length > 0)
    diagnostics.report(
      "info",
      `secrets of the stack ${settings.stack} cannot be decrypted here; placeholders stand in for: ${settings.placeholders.join(", ")}`,
    );
}

/** After a failure, what the run did not reach is still as the last `up` left it. */
function stateOf(options: EngineOptions, run: Run | undefined, status: EngineResult["status"]): StackState {
  const { previous, stack } = options;
  if (!run)
    return {
      organization,
      project: previous?.project ?? "",
      stack,
      programDirectory: options.projectDirectory,
      resources: previous?.resources ?? [],
      outputs: previous?.outputs ?? {},
    };
  const untouched = status === "ok" ? [] : missing(run).filter(({ urn }) => !run.deleted.has(urn));
  const kept = status === "failed" ? previous?.outputs : undefined;
  return {
    organization,
    project: run.settings.name,
    stack,
    programDirectory: run.entry.directory,
    resources: [...run.resources.values(), ...untouched],
    outputs: kept ?? run.outputs ?? {},
  };
}
