import { EngineFault, howToSimulate } from "../fault";
import type { PropertyMap, ResourceState, Urn } from "../model";
import { analyze, remediate } from "../policy/analysis";
import { unanswered } from "../protocol/rpc";
import type { Run } from "../run";
import type { Creation, Simulator } from "../simulate/simulator";
import { isProviderType, makeUrn, stackType } from "../urn";
import { containsUnknown, plain, unknown, withoutInternals } from "../values";
import { formerUrns } from "./aliases";
import { checkProvider, checkResource } from "./check";
import { uniqueUuid } from "./creation";
import type { Goal } from "./goal";
import { ignoreChanges } from "./ignore-changes";
import { echo, type Operation, type Outcome, operationOf, previewed, simulated, withSecrets } from "./outcome";
import { Providers } from "./providers";

/**
 * Takes one registration through the steps of the real engine, strictly one resource at a time:
 * Check, Remediate, Analyze, then Create, Update or nothing.
 */
export class Registry {
  readonly providers: Providers;
  private readonly seen = new Set<Urn>();

  constructor(private readonly run: Run) {
    this.providers = new Providers(run, (goal, version) => this.register(goal, version));
  }

  /**
   * @param version of the package's plugin.
   * @throws EngineFault for what cannot be registered. Never settles when a mandatory policy stops an `up`.
   */
  async register(goal: Goal, version: string): Promise<ResourceState> {
    const needsProvider = goal.remote || (goal.custom && !isProviderType(goal.type));
    const reference = needsProvider ? await this.providers.reference(goal.type, goal.provider, version) : undefined;
    return this.run.inTurn(() => this.registerInTurn(goal, version, reference));
  }

  private async registerInTurn(goal: Goal, version: string, provider: string | undefined): Promise<ResourceState> {
    const { run } = this;
    const urn = this.claim(goal);
    const old = this.findOld(urn, goal);
    const simulator = provider === undefined ? undefined : this.simulatorOf(goal, urn);
    const checked = check(this.withIgnored(goal, urn, old), goal, { urn, version, simulator, old });
    const draft = stateOf(goal, urn, checked, goal.remote ? undefined : provider);
    if (goal.type === stackType) run.stackUrn = urn;

    const inputs = await remediate(run, draft);
    const isAllowed = await analyze(run, { ...draft, inputs });
    if (!isAllowed && !run.isPreview) {
      run.stop("violated");
      return unanswered;
    }
    const operation = operationOf(inputs, old);
    const outcome = this.outcomeOf(goal, { ...draft, inputs }, operation, { old, simulator, provider });
    const state = { ...draft, inputs, ...outcome };
    run.diagnostics.hideSecretsOf(state.outputs);
    run.resources.set(urn, state);
    if (!isDefaultProvider(goal)) run.changes[operation]++;
    return state;
  }

  /**
   * Gives the resource its URN.
   * @throws EngineFault when another resource has it, or the parent is unknown.
   */
  claim(goal: Pick<Goal, "type" | "name" | "parent">): Urn {
    const { stack, name: project } = this.run.settings;
    const { parent, type, name } = goal;
    if (parent && !this.run.resources.has(parent))
      throw new EngineFault(`could not find parent resource ${parent} of ${type} "${name}"`);
    const urn = makeUrn({ stack, project, type, name, ...(parent ? { parent } : {}) });
    if (this.seen.has(urn)) throw new EngineFault(`Duplicate resource URN '${urn}'; try giving it a unique name`, urn);
    this.seen.add(urn);
    return urn;
  }

  private findOld(urn: Urn, goal: Goal): ResourceState | undefined {
    const { previous, oldUrns, settings } = this.run;
    const former = formerUrns(goal.aliases, {
      stack: settings.stack,
      project: settings.name,
      name: goal.name,
      type: goal.type,
      ...(goal.parent ? { parent: goal.parent } : {}),
      oldUrn: (parent) => oldUrns.get(parent),
    });
    const found = [urn, ...former].find((candidate) => previous.has(candidate));
    if (found === undefined) return undefined;
    if (found !== urn) {
      const rival = [...oldUrns].find(([, old]) => old === found)?.[0] ?? (this.seen.has(found) ? found : undefined);
      if (rival !== undefined)
        throw new EngineFault(
          `Duplicate resource alias '${found}' applied to resource with URN '${urn}' conflicting with resource with URN '${rival}'`,
          urn,
        );
      oldUrns.set(urn, found);
    }
    return previous.get(found);
  }

  /** @throws EngineFault that says where a simulator of the type would go. */
  simulatorOf(goal: Pick<Goal, "type" | "name" | "remote">, urn: Urn): Simulator {
    const simulator = this.run.simulation.simulators.get(goal.type);
    if (simulator) return simulator;
    throw new EngineFault(
      `${goal.type} "${goal.name}" cannot run locally: ${howToSimulate(goal.type, "resource")}`,
      urn,
    );
  }

  /** What this stack has made of that type and id: its plain outputs. */
  readonly lookup: Creation["lookup"] = (type, id) => {
    const found = [...this.run.resources.values()].find((resource) => resource.type === type && resource.id === id);
    return found && plain(found.outputs);
  };

  private withIgnored(goal: Goal, urn: Urn, old: ResourceState | undefined): PropertyMap {
    if (!old || goal.ignoreChanges.length === 0) return goal.inputs;
    const { inputs, impossible } = ignoreChanges(goal.inputs, withoutInternals(old.inputs), goal.ignoreChanges);
    if (impossible.length > 0)
      this.run.diagnostics.report(
        "info",
        `cannot ignore changes in added or removed elements of the path: "${impossible.join(", ")}"`,
        urn,
      );
    return inputs;
  }

  private outcomeOf(
    goal: Goal,
    state: ResourceState,
    operation: Operation,
    known: {
      readonly old: ResourceState | undefined;
      readonly simulator: Simulator | undefined;
      readonly provider: string | undefined;
    },
  ): Outcome {
    const { old, simulator, provider } = known;
    if (operation === "same" && old) return { ...(old.id ? { id: old.id } : {}), outputs: old.outputs };
    if (isProviderType(goal.type)) return this.providerOutcome(state, old);
    if (!simulator || provider === undefined) return { outputs: {} };
    const inputs = goal.remote ? computedInputs(state.inputs, simulator) : echo(state.inputs);
    const outcome = this.run.isPreview
      ? previewed(inputs, simulator, old)
      : this.simulate(inputs, simulator, state, { provider, old, importId: goal.importId });
    const secrets = [...(simulator.secrets ?? []), ...goal.additionalSecretOutputs];
    const id = outcome.id ?? goal.importId;
    return { ...(id ? { id } : {}), outputs: withSecrets(outcome.outputs, secrets) };
  }

  private simulate(
    inputs: PropertyMap,
    simulator: Simulator,
    state: ResourceState,
    known: {
      readonly provider: string;
      readonly old: ResourceState | undefined;
      readonly importId: string | undefined;
    },
  ): Outcome {
    const { urn, type, name } = state;
    const opened = plain(withoutInternals(state.inputs));
    if (containsUnknown(opened))
      throw new EngineFault(`${type} "${name}" has an input that is unknown although nothing is left to compute`, urn);
    const region = this.providers.region(known.provider, opened);
    const account = this.providers.account(known.provider);
    try {
      return simulated(
        inputs,
        simulator,
        { urn, type, name, inputs: opened, region, account, lookup: this.lookup },
        { ...(known.old ? { old: known.old } : {}), ...(known.importId ? { id: known.importId } : {}) },
      );
    } catch (cause) {
      if (cause instanceof EngineFault) throw cause;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new EngineFault(`${type} "${name}" could not be simulated: ${reason}`, urn, { cause });
    }
  }

  private providerOutcome(state: ResourceState, old: ResourceState | undefined): Outcome {
    const id = old?.id ?? (this.run.isPreview ? unknown : uniqueUuid(state.urn));
    return { id, outputs: withSecrets(withoutInternals(state.inputs), state.additionalSecretOutputs ?? []) };
  }
}

function check(
  inputs: PropertyMap,
  goal: Goal,
  context: {
    readonly urn: Urn;
    readonly version: string;
    readonly simulator: Simulator | undefined;
    readonly old: ResourceState | undefined;
  },
): PropertyMap {
  const { urn, version, simulator, old } = context;
  if (isProviderType(goal.type)) return checkProvider(inputs, version);
  if (!simulator || goal.remote) return inputs;
  return checkResource(inputs, simulator, { urn, name: goal.name, ...(old ? { old } : {}) });
}

/** A remote component gives back only what it publishes. */
const computedInputs = (inputs: PropertyMap, simulator: Simulator): PropertyMap =>
  Object.fromEntries(Object.entries(inputs).filter(([key]) => key in simulator.computed));

/** Only the engine makes providers outside the stack; they are neither shown nor counted. */
const isDefaultProvider = ({ type, parent }: Goal): boolean => isProviderType(type) && parent === undefined;

function stateOf(goal: Goal, urn: Urn, inputs: PropertyMap, provider: string | undefined): ResourceState {
  const list = <Key extends string>(key: Key, items: readonly string[]) =>
    (items.length > 0 ? { [key]: items } : {}) as { readonly [K in Key]?: readonly string[] };
  return {
    urn,
    type: goal.type,
    name: goal.name,
    custom: goal.custom && !goal.remote,
    ...(goal.parent ? { parent: goal.parent } : {}),
    inputs,
    outputs: {},
    dependencies: goal.dependencies,
    propertyDependencies: goal.propertyDependencies,
    ...(provider ? { provider } : {}),
    ...(goal.protect ? { protect: true } : {}),
    ...(goal.retainOnDelete ? { retainOnDelete: true } : {}),
    ...list("ignoreChanges", goal.ignoreChanges),
    ...list("replaceOnChanges", goal.replaceOnChanges),
    ...list("additionalSecretOutputs", goal.additionalSecretOutputs),
    ...(goal.deleteBeforeReplace === undefined ? {} : { deleteBeforeReplace: goal.deleteBeforeReplace }),
    ...(goal.customTimeouts ? { customTimeouts: goal.customTimeouts } : {}),
    ...(goal.sourcePosition ? { sourcePosition: goal.sourcePosition } : {}),
  };
}
