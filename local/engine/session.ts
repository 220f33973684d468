import type { EngineOptions, EngineResult } from "./contract";
import { type Deferred, deferred } from "./deferred";
import type { Diagnostics } from "./diagnostics";
import { finish } from "./finish";
import { type ConfiguredPack, configuredPacks } from "./policy/configured-pack";
import { allReady, type PolicyPack, type StartingPack, startPolicyPack } from "./policy/policy-pack";
import { type Child, describeExit, type Exit } from "./process/child";
import { entryOf } from "./process/entry";
import { startProgram } from "./process/program";
import type { ProjectSettings } from "./project";
import { addEngineService } from "./protocol/engine-service";
import { addMonitor } from "./protocol/monitor";
import { listen, makeServer } from "./protocol/rpc";
import { organization, Run } from "./run";
import type { Simulation } from "./simulate/simulator";

type Status = EngineResult["status"];

/** The SDK ends with this code after it has logged why. */
const alreadyExplained = 32;

/** A run with its server and processes. `finished` settles when all of them have ended. */
export interface Session {
  readonly run: Run;
  readonly finished: Promise<Status>;
}

/** @throws Error for a program or a pack that cannot be found, before anything is started. */
export function openSession(options: EngineOptions, settings: ProjectSettings, diagnostics: Diagnostics): Session {
  const entry = entryOf(settings.directory, settings.main);
  const packs = configuredPacks(options, settings);
  const packsReady = deferred<readonly PolicyPack[]>();
  const run = new Run({
    settings,
    entry,
    mode: options.mode,
    simulation: options.simulation ?? simulationOfAll(),
    diagnostics,
    packs: packsReady.promise,
    ...(options.previous ? { previous: options.previous } : {}),
    ...(options.stackReference ? { stackReference: options.stackReference } : {}),
  });
  return { run, finished: conduct(run, packs, packsReady.resolve, options.signal) };
}

/** Loaded only where the caller brings none. */
const simulationOfAll = (): Simulation => (require("./simulate") as typeof import("./simulate")).simulation;

/**
 * Packs and program start side by side: the program waits at its first registration until the packs are ready, so that
 * it cannot tell the difference.
 */
async function conduct(
  run: Run,
  settings: readonly ConfiguredPack[],
  packsReady: Deferred<readonly PolicyPack[]>["resolve"],
  signal: AbortSignal | undefined,
): Promise<Status> {
  const server = makeServer();
  addEngineService(server, run.diagnostics);
  const closeMonitor = addMonitor(server, run);
  const packs: StartingPack[] = [];
  let program: Child | undefined;
  try {
    const address = await listen(server);
    const shared = { organization, isPreview: run.isPreview };
    for (const configured of settings)
      packs.push(
        startPolicyPack({
          ...shared,
          ...configured,
          project: run.settings,
          engineAddress: address,
          onLine: (line) => run.diagnostics.report("info", line),
        }),
      );
    program = startProgram({
      ...shared,
      settings: run.settings,
      entry: run.entry,
      address,
      onLine: (line) => run.diagnostics.report("info", line, run.stackUrn),
    });
    allReady(packs).then(
      (ready) => {
        run.policies.push(...ready.flatMap(({ policies }) => policies));
        packsReady(ready);
      },
      (fault) => run.fail(fault),
    );
    return await outcome(run, program, signal);
  } finally {
    await Promise.all([program, ...packs].map((child) => child?.end()));
    closeMonitor();
    server.forceShutdown();
  }
}

/** Waits for the program to end, for a reason to end it, or for the caller to give up. */
async function outcome(run: Run, program: Child, signal: AbortSignal | undefined): Promise<Status> {
  const aborted = deferred<"aborted">();
  const onAbort = () => aborted.resolve("aborted");
  signal?.addEventListener("abort", onAbort, { once: true });
  try {
    const first = await Promise.race([program.exit, run.stopped, aborted.promise]);
    signal?.throwIfAborted();
    if (first === "aborted") return "failed";
    return typeof first === "string" ? first : await afterExit(run, first);
  } finally {
    signal?.removeEventListener("abort", onAbort);
  }
}

/** The program has ended by itself: whether that was well done. */
async function afterExit(run: Run, exit: Exit): Promise<Status> {
  if (exit.kind === "code" && exit.code === 0) {
    await run.inTurn(() => finish(run)).catch((fault) => run.fail(fault));
    return (await run.stoppedYet()) ?? "ok";
  }
  const isExplained = exit.kind === "code" && exit.code === alreadyExplained && run.diagnostics.hasErrors;
  if (!isExplained) run.diagnostics.report("error", `Program ${describeExit(exit)}`);
  return (await run.stoppedYet()) ?? "failed";
}
