import { readText } from "../reading";
import type { StackResource } from "../resource";
import { textOf } from "./property";
import type { Relations } from "./relations";

/**
 * Where methods and integrations of REST APIs stand. They name the id of a path, which a preview does not know, so
 * they are followed from resource to parent.
 */
export class RestPlaces {
  readonly #paths = new Map<StackResource, string | undefined>();

  constructor(private readonly relations: Relations) {}

  /** A key that is the same for all that stand at one path of one API; undefined where nothing shows the path. */
  placeOf(user: StackResource, property: "resourceId" | "parentId" = "resourceId"): string | undefined {
    const { resource, among, outside } = this.relations.refersTo(user, property, "restResource");
    if (resource !== undefined) return resource.urn;
    if (among !== undefined) return undefined;
    const [api, ...others] = this.relations.related(user, property, "restApi");
    if (api !== undefined && others.length === 0) return `root of ${api.urn}`;
    if (outside === undefined) return undefined;
    const owner = this.relations.refersTo(user, "restApi", "restApi").resource;
    const isRoot = owner !== undefined && readText(owner.properties, "rootResourceId") === outside;
    return isRoot ? `root of ${owner.urn}` : `outside ${outside}`;
  }

  /** The path of a method, such as `/orders/{id}`; undefined where the chain leaves the stack or a part is unknown. */
  pathOf(method: StackResource): string | undefined {
    const { resource } = this.relations.refersTo(method, "resourceId", "restResource");
    if (resource !== undefined) return this.#pathAt(resource);
    return this.placeOf(method)?.startsWith("root of ") ? "/" : undefined;
  }

  #pathAt(resource: StackResource): string | undefined {
    const climbed: StackResource[] = [];
    const seen = new Set<StackResource>();
    let at: StackResource | undefined = resource;
    let path: string | undefined;
    for (; at !== undefined && !seen.has(at); at = this.relations.refersTo(at, "parentId", "restResource").resource) {
      if (this.#paths.has(at)) {
        path = this.#paths.get(at);
        break;
      }
      seen.add(at);
      climbed.push(at);
      if (this.placeOf(at, "parentId")?.startsWith("root of ")) {
        path = "";
        break;
      }
    }
    for (const part of climbed.reverse()) {
      const text = textOf(part, "pathPart");
      path = path === undefined || text === undefined ? undefined : `${path}/${text}`;
      this.#paths.set(part, path);
    }
    return path;
  }
}
