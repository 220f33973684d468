import type { Violation } from "../../local/engine/contract";
import type { PropertyValue, ResourceState } from "../../local/engine/model";
import { readExport } from "../../local/engine/policy/exported-stack";
import { parseUrn } from "../../local/engine/urn";
import {
  isMap,
  isSecret,
  isSigned,
  isUnknown,
  mapChildren,
  mapValues,
  withoutInternals,
} from "../../local/engine/values";
import { local } from "../support/project";

/** One resource as a reviewer wants to see it change. */
interface Line {
  readonly type: string;
  readonly name: string;
  readonly inputs: PropertyValue;
}

export interface Summary {
  /** What the golden file holds. */
  readonly text: string;
  readonly violations: readonly Violation[];
}

/**
 * Every resource that a first preview of each stack would create, by type and name, as `npm run check -- --json` tells it.
 * What AWS would compute reads `<computed>`, by which resource where it is one, secrets `<secret>`; of code only the file
 * names stand, since a bundle's hash changes with each library, and of names that the provider makes up only what is certain.
 */
export async function summarizeAll(): Promise<ReadonlyMap<string, Summary>> {
  const { stdout, stderr } = await local("check", "--json");
  const previews = JSON.parse(stdout) as readonly Preview[];
  return new Map(
    previews.map(({ stack, status, deployment, violations }) => {
      if (status === "failed") throw new Error(stderr);
      const { resources } = readExport(JSON.stringify(deployment)).state;
      const lines = resources
        .map(line)
        .sort((one, other) => compare(one.type, other.type) || compare(one.name, other.name));
      return [stack, { text: `${JSON.stringify(lines, null, 2)}\n`, violations }];
    }),
  );
}

/** What the command line prints of each stack, as far as it is read here. */
interface Preview {
  readonly stack: string;
  readonly status: "ok" | "violated" | "failed";
  readonly deployment: unknown;
  readonly violations: readonly Violation[];
}

/** The golden file of a stack. */
export const goldenFile = (stack: string) => `tests/golden/${stack}.json`;

const line = ({ type, name, inputs, propertyDependencies }: ResourceState): Line => ({
  type,
  name,
  inputs: mapValues(
    withoutInternals(inputs),
    (value, key) => computedBy(value, propertyDependencies[key]) ?? show(value, name),
  ),
});

/** What one resource computes names it: that a route changed its authorizer must show. */
const computedBy = (value: PropertyValue, urns: readonly string[] = []) =>
  isUnknown(value) && urns.length === 1 ? `<computed by ${parseUrn(urns[0]!).name}>` : undefined;

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function show(value: PropertyValue, name: string): PropertyValue {
  if (isUnknown(value)) return "<computed>";
  if (isSecret(value)) return "<secret>";
  if (isSigned(value, "archive") && isMap(value.assets)) return { archive: Object.keys(value.assets).sort() };
  if (typeof value === "string" && value.replace(/-[0-9a-f]{7}$/, "") === name) return `${name}-<random>`;
  return mapChildren(value, (child) => show(child, name));
}
