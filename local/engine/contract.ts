import type { PropertyMap, StackState, Urn } from "./model";
import type { Simulation } from "./simulate/simulator";

export interface EngineOptions {
  /** Absolute folder that holds Pulumi.yaml. */
  readonly projectDirectory: string;
  readonly stack: string;
  readonly mode: "preview" | "up";
  /** Absolute or project-relative folders, each with a PulumiPolicy.yaml. Default: none. */
  readonly policyPacks?: readonly string[];
  /**
   * JSON files, one for each policy pack, in their order. Default: each pack's own `config.<stack>.json`, where it has one.
   * @see https://www.pulumi.com/docs/insights/policy/policy-packs/authoring/
   */
  readonly policyPackConfigs?: readonly string[];
  /** Stack settings to read instead of Pulumi.<stack>.yaml. */
  readonly configFile?: string;
  /** What can be simulated. Default: all of `simulate/index.ts`. */
  readonly simulation?: Simulation;
  /** The stack as the last `up` left it: same URNs keep their ids, missing ones are deleted. Default: an empty stack. */
  readonly previous?: StackState;
  /** The state of another stack, by `organization/project/stack`, for StackReference. Default: none is known. */
  readonly stackReference?: (name: string) => StackState | undefined;
  /** Called while it runs, for each message as it comes. */
  readonly onDiagnostic?: (diagnostic: Diagnostic) => void;
  /** Ends every child process and rejects with its reason. */
  readonly signal?: AbortSignal;
}

/** A message from the program, a policy pack or the engine. Never holds a secret. */
export interface Diagnostic {
  readonly severity: "debug" | "info" | "warning" | "error";
  readonly message: string;
  readonly urn?: Urn;
}

export interface Violation {
  readonly policyPack: string;
  readonly policy: string;
  readonly level: "advisory" | "mandatory" | "remediate";
  readonly severity: "unspecified" | "low" | "medium" | "high" | "critical";
  readonly message: string;
  readonly urn: Urn;
}

/** A policy that was asked, as its pack describes it. */
export interface Policy {
  readonly policyPack: string;
  /** Of the pack, as its package.json has it. */
  readonly packVersion: string;
  readonly name: string;
  /** What is in force: the pack's own level, or the one that configuration gives. */
  readonly level: "advisory" | "mandatory" | "remediate" | "disabled";
  readonly severity: Violation["severity"];
  readonly description: string;
  /** What to do about a violation; empty where the pack does not say it. */
  readonly fix: string;
  /** A page about it; empty where the pack names none. */
  readonly url: string;
  readonly tags: readonly string[];
}

export interface EngineResult {
  /** `violated`: a mandatory policy was; `failed`: the program, its configuration or the engine was at fault. */
  readonly status: "ok" | "violated" | "failed";
  readonly state: StackState;
  readonly outputs: PropertyMap;
  readonly violations: readonly Violation[];
  /** Every policy of every pack; none when the packs did not come up. */
  readonly policies: readonly Policy[];
  readonly diagnostics: readonly Diagnostic[];
  readonly changes: Readonly<Record<"create" | "update" | "replace" | "delete" | "same" | "read", number>>;
  readonly durationMs: number;
}

/** Runs one stack's program. `engine.ts` exports it as `runStack`. */
export type RunStack = (options: EngineOptions) => Promise<EngineResult>;
