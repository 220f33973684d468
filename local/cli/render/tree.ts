import type { ResourceState } from "../../engine/model";
import type { Paint } from "../terminal";
import { showEntries } from "./value";

interface Line {
  readonly rails: string;
  readonly branch: string;
  readonly resource: ResourceState;
  readonly hasChildren: boolean;
}

/**
 * A stack's resources below their parents, type first and then name, in the order in which they were made.
 * Default providers are left out, as the Pulumi CLI leaves them out.
 * @param diff adds each resource's inputs
 */
export function renderTree(resources: readonly ResourceState[], paint: Paint, diff = false): string[] {
  const shown = resources.filter((resource) => !isDefaultProvider(resource));
  const known = new Set(shown.map(({ urn }) => urn));
  const children = new Map<string, ResourceState[]>();
  for (const resource of shown) {
    const parent = resource.parent !== undefined && known.has(resource.parent) ? resource.parent : "";
    children.set(parent, [...(children.get(parent) ?? []), resource]);
  }
  const walk = (urn: string, rails: string): Line[] =>
    (children.get(urn) ?? []).flatMap((resource, index, all) => {
      const isLast = index === all.length - 1;
      const below = urn === "" ? "" : `${rails}${isLast ? "   " : "│  "}`;
      const hasChildren = children.has(resource.urn);
      return [
        { rails, branch: urn === "" ? "" : isLast ? "└─ " : "├─ ", resource, hasChildren },
        ...walk(resource.urn, below),
      ];
    });
  const lines = walk("", "");
  const width = Math.max(0, ...lines.map(({ rails, branch, resource }) => (rails + branch + resource.type).length));
  return lines.flatMap((line) => [
    paintLine(line, width, paint),
    ...(diff ? showEntries(line.resource.inputs).map((entry) => paint("dim", inside(line) + entry)) : []),
  ]);
}

function paintLine({ rails, branch, resource }: Line, width: number, paint: Paint): string {
  const left = rails + branch;
  const type = resource.type.padEnd(width - left.length);
  return `${paint("dim", left)}${resource.custom ? type : paint("cyan", type)}  ${paint("bold", resource.name)}`;
}

/** The margin of a resource's inputs: its own rails go on beside them. */
function inside({ rails, branch, hasChildren }: Line): string {
  const own = branch === "" ? "" : branch === "└─ " ? "   " : "│  ";
  return `${rails}${own}${hasChildren ? "│  " : "   "} `;
}

const isDefaultProvider = ({ type, name }: ResourceState): boolean =>
  type.startsWith("pulumi:providers:") && /^default(_|$)/.test(name);
