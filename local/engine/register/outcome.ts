import type { PropertyMap, PropertyValue, ResourceState } from "../model";
import type { Creation, Simulator } from "../simulate/simulator";
import {
  isEqual,
  isMap,
  isSecret,
  mapValues,
  opened,
  plain,
  secret,
  unknown,
  withoutInternals,
  withoutReferences,
} from "../values";
import { type CreationOptions, creationOf } from "./creation";

/** What becomes of a resource, compared with the last state. Nothing is ever replaced: ids follow from URNs. */
export type Operation = "create" | "update" | "same";

export interface Outcome {
  readonly id?: string;
  readonly outputs: PropertyMap;
}

/** Secretness and what providers keep for themselves do not make a difference. */
export function operationOf(inputs: PropertyMap, old: ResourceState | undefined): Operation {
  if (!old) return "create";
  return isEqual(plain(withoutInternals(inputs)), plain(withoutInternals(old.inputs))) ? "same" : "update";
}

/** The inputs as a provider that accepts neither references nor internal keys gives them back. */
export const echo = (inputs: PropertyMap): PropertyMap => withoutReferences(withoutInternals(inputs));

/** A resource in a preview: what AWS would compute stays unknown, unless the last state knows it. */
export function previewed(inputs: PropertyMap, simulator: Simulator, old: ResourceState | undefined): Outcome {
  const outputs = complete(inputs, simulator, old?.outputs, (_, former) => former ?? unknown);
  return { ...(old?.id ? { id: old.id } : {}), outputs };
}

/** A resource that was created or updated: its id and what AWS computes are simulated. What was random stays. */
export function simulated(
  inputs: PropertyMap,
  simulator: Simulator,
  creation: CreationOptions,
  known: { readonly old?: ResourceState; readonly id?: string },
): Outcome {
  const id = known.old?.id ?? known.id ?? simulator.id?.(creationOf(creation));
  const outputs = complete(inputs, simulator, known.old?.outputs, (compute, former) => {
    const tracked = creationOf(creation, id);
    const value = compute(tracked);
    return tracked.wasRandom && former !== undefined ? former : value;
  });
  return { ...(id === undefined ? {} : { id }), outputs };
}

type Compute = (creation: Creation) => PropertyValue;
type Evaluate = (compute: Compute, former: PropertyValue | undefined) => PropertyValue;

/** Adds to the inputs what AWS computes, beside them and within them. An input, where given, wins. */
function complete(
  inputs: PropertyMap,
  { computed, computedWithin = {} }: Simulator,
  former: PropertyMap | undefined,
  evaluate: Evaluate,
): PropertyMap {
  const within = mapValues(inputs, (value, key) => {
    const inner = computedWithin[key];
    const map = opened(value);
    if (!inner || !isMap(map)) return value;
    const formerMap = opened(former?.[key] ?? null);
    const completed = { ...evaluated(inner, map, isMap(formerMap) ? formerMap : undefined, evaluate), ...map };
    return isSecret(value) ? secret(completed) : completed;
  });
  return { ...evaluated(computed, inputs, former, evaluate), ...within };
}

function evaluated(
  computed: Readonly<Record<string, Compute>>,
  given: PropertyMap,
  former: PropertyMap | undefined,
  evaluate: Evaluate,
): PropertyMap {
  const missing = Object.entries(computed).filter(([key]) => given[key] === undefined || given[key] === null);
  return Object.fromEntries(missing.map(([key, compute]) => [key, evaluate(compute, former?.[key])]));
}

/** Wraps the outputs of those names as secrets, unknown ones included. */
export const withSecrets = (outputs: PropertyMap, names: readonly string[]): PropertyMap =>
  mapValues(outputs, (value, key) => (names.includes(key) ? secret(value) : value));
