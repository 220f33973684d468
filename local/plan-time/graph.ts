import type { Deployment, DeploymentResource } from "../engine/deployment";
import type { PropertyMap } from "../engine/model";
import { parseUrn } from "../engine/urn";
import { type CreateTime, createTime, unlisted } from "./create-times";

/** A resource, how long it takes, and what it waits for. */
export interface Task {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly seconds: number;
  readonly origin: CreateTime["origin"];
  /** Whether nothing is known of its type. */
  readonly isUnlisted: boolean;
  /** Positions, in the list of all tasks, of what must exist before; each is smaller than its own. */
  readonly after: readonly number[];
}

/**
 * What an update of an empty stack would do, in the order of the export, where whatever a resource needs stands before it.
 * Components and providers take no time; a remote component takes its children's, which are not in the stack.
 */
export function listTasks({ deployment: { resources } }: Deployment): Task[] {
  const positions = new Map(resources.map(({ urn }, index) => [urn, index]));
  return resources.map((resource, index) => {
    const before = waitsFor(resource).flatMap((urn) => positions.get(urn) ?? []);
    const late = before.find((position) => position >= index);
    if (late !== undefined)
      throw new Error(`${resource.urn} waits for ${resources[late]!.urn}, which the export has after it`);
    const time = isMade(resource) ? createTime(resource.type, (resource.inputs ?? {}) as PropertyMap) : nothing;
    const { seconds, origin } = time ?? unlisted;
    return {
      urn: resource.urn,
      type: resource.type,
      name: parseUrn(resource.urn).name,
      seconds,
      origin,
      isUnlisted: time === undefined,
      after: [...new Set(before)],
    };
  });
}

const nothing: CreateTime = { seconds: 0, origin: "estimate" };

/** Remote components have no id and are not custom; their packages make something nevertheless. */
const isMade = ({ type, custom, external }: DeploymentResource): boolean =>
  !type.startsWith("pulumi:") && external !== true && (custom || type.startsWith("awsx:"));

function waitsFor({ parent, dependencies, propertyDependencies }: DeploymentResource): string[] {
  const ofProperties = Object.values((propertyDependencies ?? {}) as Record<string, string[]>).flat();
  return [...(parent === undefined ? [] : [parent as string]), ...((dependencies ?? []) as string[]), ...ofProperties];
}
