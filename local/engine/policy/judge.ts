import type { EngineOptions, EngineResult, Policy, Violation } from "../contract";
import { deferred } from "../deferred";
import { Diagnostics } from "../diagnostics";
import type { StackState } from "../model";
import { addEngineService } from "../protocol/engine-service";
import { listen, makeServer } from "../protocol/rpc";
import { stackType } from "../urn";
import { analyze, analyzeStack, type Judged, remediate } from "./analysis";
import { configuredPacks } from "./configured-pack";
import { allReady, type StartingPack, startPolicyPack } from "./policy-pack";

export interface JudgeOptions
  extends Required<Pick<EngineOptions, "policyPacks">>,
    Pick<EngineOptions, "policyPackConfigs" | "onDiagnostic" | "signal"> {
  /** What is judged, whoever's program made it. */
  readonly state: StackState;
  /** Absolute folder from which paths start. */
  readonly directory: string;
}

export type Judgement = Pick<EngineResult, "status" | "violations" | "policies" | "diagnostics" | "durationMs">;

/**
 * Asks policy packs about a stack that exists, without a program: Remediate and Analyze with each resource's inputs, then
 * AnalyzeStack with outputs and dependencies. What a policy would remediate is reported, and nothing is changed.
 * Resources that were read, not made, are left out, as they are when a program runs.
 * @throws the reason of `signal`, and nothing else: any other fault is the status `failed` and a message.
 * @see https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/analyze_snapshot.go
 */
export async function judge(options: JudgeOptions): Promise<Judgement> {
  const started = performance.now();
  options.signal?.throwIfAborted();
  const diagnostics = new Diagnostics(options.onDiagnostic);
  const violations: Violation[] = [];
  const policies: Policy[] = [];
  let status: EngineResult["status"] = "failed";
  try {
    await withPacks(options, diagnostics, async (packs) => {
      policies.push(...(await packs).flatMap((pack) => pack.policies));
      await judgeAll(options.state, { packs, violations, diagnostics });
    });
    status = violations.some(({ level }) => level === "mandatory") ? "violated" : "ok";
  } catch (fault) {
    options.signal?.throwIfAborted();
    diagnostics.report("error", fault instanceof Error ? fault.message : String(fault));
  }
  const durationMs = Math.round(performance.now() - started);
  return { status, violations, policies, diagnostics: diagnostics.all, durationMs };
}

async function judgeAll(state: StackState, context: Pick<Judged, "packs" | "violations" | "diagnostics">) {
  const judged: Judged = {
    ...context,
    resources: new Map(state.resources.map((resource) => [resource.urn, resource])),
    stackUrn: state.resources.find(({ type }) => type === stackType)?.urn,
  };
  for (const resource of state.resources) {
    context.diagnostics.hideSecretsOf(resource.inputs);
    context.diagnostics.hideSecretsOf(resource.outputs);
  }
  for (const resource of state.resources) {
    if (resource.external) continue;
    await remediate(judged, resource);
    await analyze(judged, resource);
  }
  await analyzeStack(judged);
}

/** Starts the packs, and ends them whatever happens. */
async function withPacks(
  { state, directory, signal, ...options }: JudgeOptions,
  diagnostics: Diagnostics,
  use: (packs: ReturnType<typeof allReady>) => Promise<void>,
): Promise<void> {
  const configured = configuredPacks(options, { directory, stack: state.stack });
  const server = makeServer();
  addEngineService(server, diagnostics);
  const packs: StartingPack[] = [];
  const aborted = deferred<void>();
  const onAbort = () => aborted.resolve();
  signal?.addEventListener("abort", onAbort, { once: true });
  try {
    const engineAddress = await listen(server);
    const project = { name: state.project, stack: state.stack, config: {}, secretKeys: [] };
    for (const each of configured)
      packs.push(
        startPolicyPack({
          ...each,
          project,
          organization: state.organization,
          isPreview: false,
          engineAddress,
          onLine: (line) => diagnostics.report("info", line),
        }),
      );
    await Promise.race([use(allReady(packs)), aborted.promise]);
    signal?.throwIfAborted();
  } finally {
    signal?.removeEventListener("abort", onAbort);
    await Promise.all(packs.map((pack) => pack.end()));
    server.forceShutdown();
  }
}
