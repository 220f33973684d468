import type { EngineOptions, EngineResult, Policy, Violation } from "./contract";
import { deferred } from "./deferred";
import type { Diagnostics } from "./diagnostics";
import { EngineFault } from "./fault";
import type { PropertyMap, ResourceState, StackState, Urn } from "./model";
import type { PolicyPack } from "./policy/policy-pack";
import type { Entry } from "./process/entry";
import type { ProjectSettings } from "./project";
import type { Simulation } from "./simulate/simulator";

/** The only organization of Pulumi's file back end, and of the local engine. */
export const organization = "organization";

/** Why a run ended before its program did. */
export type Stop = Exclude<EngineResult["status"], "ok">;

export interface RunOptions {
  readonly settings: ProjectSettings;
  readonly entry: Entry;
  readonly mode: EngineOptions["mode"];
  readonly simulation: Simulation;
  readonly diagnostics: Diagnostics;
  readonly previous?: StackState;
  readonly stackReference?: EngineOptions["stackReference"];
  /** Settles when every pack is ready to analyze. */
  readonly packs: Promise<readonly PolicyPack[]>;
}

/** What all parts of one run share: what it was asked for, what it has done so far, and how it is stopped. */
export class Run {
  readonly settings: ProjectSettings;
  readonly entry: Entry;
  readonly isPreview: boolean;
  readonly simulation: Simulation;
  readonly diagnostics: Diagnostics;
  readonly packs: Promise<readonly PolicyPack[]>;
  readonly stackReference: NonNullable<EngineOptions["stackReference"]>;

  /** What the last `up` left, by URN. */
  readonly previous: ReadonlyMap<Urn, ResourceState>;
  /** What this run has done, in the order in which it was done. */
  readonly resources = new Map<Urn, ResourceState>();
  /** Old URN of each resource that was found through an alias, by its new one. */
  readonly oldUrns = new Map<Urn, Urn>();
  readonly violations: Violation[] = [];
  readonly policies: Policy[] = [];
  readonly changes = { create: 0, update: 0, replace: 0, delete: 0, same: 0, read: 0 };
  /** The exports; absent until the stack's outputs are registered. */
  outputs: PropertyMap | undefined;
  stackUrn: Urn | undefined;
  readonly deleted = new Set<Urn>();
  isFinished = false;

  /** Resolves with why, when the run is stopped. */
  readonly stopped: Promise<Stop>;
  /** Ends the run; only the first reason counts. */
  readonly stop: (why: Stop) => void;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(options: RunOptions) {
    this.settings = options.settings;
    this.entry = options.entry;
    this.isPreview = options.mode === "preview";
    this.simulation = options.simulation;
    this.diagnostics = options.diagnostics;
    this.packs = options.packs;
    this.stackReference = options.stackReference ?? (() => undefined);
    this.previous = new Map(options.previous?.resources.map((resource) => [resource.urn, resource]));
    const stopped = deferred<Stop>();
    this.stopped = stopped.promise;
    this.stop = stopped.resolve;
  }

  get hasMandatoryViolation(): boolean {
    return this.violations.some(({ level }) => level === "mandatory");
  }

  /** Does one piece of work after all that came before it: policies never see two resources at once. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.queue.then(work);
    this.queue = result.catch(() => {});
    return result;
  }

  /** Why the run is stopped, or undefined while it is not. */
  stoppedYet(): Promise<Stop | undefined> {
    return Promise.race([this.stopped, Promise.resolve(undefined)]);
  }

  /** Reports what went wrong, and stops. */
  fail(fault: unknown): void {
    const message = fault instanceof Error ? fault.message : String(fault);
    const isForeseen = fault instanceof EngineFault;
    this.diagnostics.report("error", message, isForeseen ? fault.urn : undefined);
    if (!isForeseen && fault instanceof Error && fault.stack) this.diagnostics.report("debug", fault.stack);
    this.stop("failed");
  }
}
