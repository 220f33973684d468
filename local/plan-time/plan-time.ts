import type { Deployment } from "../engine/deployment";
import { listTasks, type Task } from "./graph";
import { longestChain, makespan, sum } from "./schedule";

/**
 * What `pulumi up` makes at once unless told otherwise: four for each core of the machine, of which a runner often has four.
 * @see https://github.com/pulumi/pulumi/pull/15016
 */
export const defaultParallel = 16;

/** How long a first `pulumi up` would take. Unit: seconds. */
export interface PlanTime {
  readonly resources: number;
  /** With no limit on what happens at once: the length of the longest chain. */
  readonly idealSeconds: number;
  readonly parallel: number;
  readonly parallelSeconds: number;
  /** One after the other. */
  readonly sequentialSeconds: number;
  readonly chain: readonly ChainLink[];
  /** Types of which nothing is known. */
  readonly unlistedTypes: readonly string[];
}

export interface ChainLink extends Pick<Task, "urn" | "type" | "name" | "seconds" | "origin"> {
  /** Since the beginning. */
  readonly startSeconds: number;
}

/** Typical times of each resource, along the dependencies of a deployment that Pulumi, or the local engine, exported. */
export function planTime(deployment: Deployment, parallel = defaultParallel): PlanTime {
  const tasks = listTasks(deployment);
  const chain = longestChain(tasks).flatMap(({ position, start }): ChainLink[] => {
    const { urn, type, name, seconds, origin } = tasks[position]!;
    return seconds === 0 ? [] : [{ urn, type, name, seconds, origin, startSeconds: start }];
  });
  return {
    resources: tasks.filter(({ seconds }) => seconds > 0).length,
    idealSeconds: sum(chain.map(({ seconds }) => ({ seconds, after: [] }))),
    parallel,
    parallelSeconds: makespan(tasks, parallel),
    sequentialSeconds: sum(tasks),
    chain,
    unlistedTypes: [...new Set(tasks.flatMap(({ isUnlisted, type }) => (isUnlisted ? [type] : [])))].sort(),
  };
}
