/** Paths below which something is guarded, sorted by segment so that one question costs one walk along a path. */
export class GuardedPaths {
  readonly #root = new Node();

  add(path: string, verb: string): void {
    let node = this.#root;
    for (const segment of segmentsOf(path)) {
      node.below.add(verb);
      node = node.child(isVariable(segment) ? "{}" : segment);
    }
    node.here.add(verb);
  }

  /**
   * Whether requests for a guarded path can get to a route at this path: `{id}` answers any one segment, `{proxy+}` all
   * that are left.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
   */
  reachedBy(path: string, verb: string): boolean {
    let nodes = [this.#root];
    for (const segment of segmentsOf(path)) {
      if (segment.endsWith("+}")) return nodes.some(({ below }) => meets(below, verb));
      nodes = nodes.flatMap((node) =>
        isVariable(segment) ? [...node.children.values()] : (node.children.get(segment) ?? []),
      );
    }
    return nodes.some(({ here }) => meets(here, verb));
  }
}

class Node {
  readonly children = new Map<string, Node>();
  /** Verbs that are guarded at this path. */
  readonly here = new Set<string>();
  /** Verbs that are guarded somewhere below it. */
  readonly below = new Set<string>();

  child(segment: string): Node {
    const known = this.children.get(segment);
    if (known !== undefined) return known;
    const made = new Node();
    this.children.set(segment, made);
    return made;
  }
}

function segmentsOf(path: string): readonly string[] {
  return path.split("/").filter((segment) => segment !== "");
}

function isVariable(segment: string): boolean {
  return segment.startsWith("{") && segment.endsWith("}");
}

/** Whether two routes at one path answer a common verb. */
function meets(guarded: ReadonlySet<string>, verb: string): boolean {
  return guarded.size > 0 && (verb === "ANY" || guarded.has(verb) || guarded.has("ANY"));
}
