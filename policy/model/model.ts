import type { Stack, StackResource } from "../resource";
import type { Family } from "../resource-types";
import { type AuthorizerFacts, authorizersIn } from "./authorizer";
import { textOf } from "./property";
import { type Reference, Relations } from "./relations";
import { RestPlaces } from "./rest-places";
import { type WayIn, waysInto } from "./way-in";

/** One API: a resource of this stack, or one that only its parts in this stack refer to. */
export interface Api {
  readonly service: "rest" | "http";
  /** Undefined for an API outside this stack. */
  readonly resource: StackResource | undefined;
  readonly protocol: "REST" | "HTTP" | "WEBSOCKET" | "unseen";
  readonly routes: readonly Route[];
  readonly authorizers: readonly Authorizer[];
  readonly integrations: readonly StackResource[];
  readonly stages: readonly StackResource[];
  readonly deployments: readonly StackResource[];
  /** What puts the API behind a custom domain: base path mappings and API mappings. */
  readonly mappings: readonly StackResource[];
}

/** A method or route with all that the stack shows of it. */
export interface Route extends WayIn {
  /** The resource that declares it. */
  readonly resource: StackResource;
  /** Undefined where nothing shows the API. */
  readonly api: Api | undefined;
  /** Equal for all methods at one path of a REST API; undefined where nothing shows the path, and for HTTP APIs. */
  readonly place: string | undefined;
  /** The authorizers of this stack that it may name: one, or several where it was computed from several. */
  readonly authorizers: readonly Authorizer[];
}

export interface Authorizer extends AuthorizerFacts {
  /** The resource that declares it. */
  readonly resource: StackResource;
  readonly api: Api | undefined;
  /** The methods and routes that it decides on. */
  readonly routes: readonly Route[];
}

export interface Model {
  readonly apis: readonly Api[];
  /** Also those whose API nothing shows. */
  readonly routes: readonly Route[];
  readonly authorizers: readonly Authorizer[];
  /** How resources refer to each other, for what the model itself does not tell. */
  readonly relations: Relations;
  /** Where methods and integrations of REST APIs stand. */
  readonly places: RestPlaces;
  /** The API that a resource of it belongs to. */
  readonly apiOf: (resource: StackResource) => Api | undefined;
}

type Open<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };

const models = new WeakMap<Stack, Model>();

/** The one model of a stack, made when the first control asks for it, in time linear in the number of resources. */
export function modelOf(stack: Stack): Model {
  const known = models.get(stack);
  if (known !== undefined) return known;
  const made = new Builder(stack).build();
  models.set(stack, made);
  return made;
}

class Builder {
  readonly #relations: Relations;
  readonly #places: RestPlaces;
  readonly #apis = new Map<string, Open<Api>>();
  readonly #owners = new Map<StackResource, Open<Api>>();
  readonly #authorizers = new Map<StackResource, Open<Authorizer>[]>();
  readonly #routes: Open<Route>[] = [];

  constructor(stack: Stack) {
    this.#relations = new Relations(stack);
    this.#places = new RestPlaces(this.#relations);
  }

  build(): Model {
    for (const resource of this.#relations.all("restApi")) this.#apiOf("rest", { resource });
    for (const resource of this.#relations.all("httpApi")) this.#apiOf("http", { resource });
    for (const family of ["restAuthorizer", "httpAuthorizer", "restApi", "httpApi"] as const)
      for (const resource of this.#relations.all(family)) this.#addAuthorizers(resource);
    for (const family of ["restMethod", "httpRoute", "restApi", "httpApi"] as const)
      for (const resource of this.#relations.all(family)) this.#addRoutes(resource);
    this.#add("integrations", "rest", "restIntegration");
    this.#add("integrations", "http", "httpIntegration");
    this.#add("stages", "rest", "restStage");
    this.#add("stages", "http", "httpStage");
    this.#add("deployments", "rest", "restDeployment");
    this.#add("mappings", "rest", "restMapping");
    this.#add("mappings", "http", "httpMapping");
    return {
      apis: [...this.#apis.values()],
      routes: this.#routes,
      authorizers: [...this.#authorizers.values()].flat(),
      relations: this.#relations,
      places: this.#places,
      apiOf: (resource) => this.#owners.get(resource),
    };
  }

  #apiOf(service: "rest" | "http", { resource, outside }: Reference): Open<Api> | undefined {
    const key = resource?.urn ?? (outside === undefined ? undefined : `${service} ${outside}`);
    if (key === undefined) return undefined;
    let api = this.#apis.get(key);
    if (api === undefined) {
      const empty = { routes: [], authorizers: [], integrations: [], stages: [], deployments: [], mappings: [] };
      api = { service, resource, protocol: protocolOf(service, resource), ...empty };
      this.#apis.set(key, api);
      if (resource !== undefined) this.#owners.set(resource, api);
    }
    return api;
  }

  #owner(service: "rest" | "http", resource: StackResource): Open<Api> | undefined {
    const itself = this.#owners.get(resource);
    if (itself !== undefined) return itself;
    const reference =
      service === "rest"
        ? this.#relations.refersTo(resource, "restApi", "restApi")
        : this.#relations.refersTo(resource, "apiId", "httpApi");
    const api = this.#apiOf(service, reference);
    if (api !== undefined) this.#owners.set(resource, api);
    return api;
  }

  #addAuthorizers(resource: StackResource): void {
    const made = authorizersIn(resource).map((facts): Open<Authorizer> => {
      const api = this.#owner(facts.service, resource);
      const authorizer: Open<Authorizer> = { ...facts, resource, api, routes: [] };
      api?.authorizers.push(authorizer);
      return authorizer;
    });
    this.#authorizers.set(resource, made);
  }

  #addRoutes(resource: StackResource): void {
    for (const way of waysInto(resource)) {
      const api = this.#owner(way.service, resource);
      const isMethod = way.declaredBy === "method";
      const route: Open<Route> = {
        ...way,
        path: isMethod ? this.#places.pathOf(resource) : way.path,
        place: isMethod ? this.#places.placeOf(resource) : undefined,
        resource,
        api,
        authorizers: this.#authorizersOf(way, resource),
      };
      this.#routes.push(route);
      api?.routes.push(route);
      for (const authorizer of route.authorizers) (authorizer.routes as Route[]).push(route);
    }
  }

  #authorizersOf(way: WayIn, resource: StackResource): Authorizer[] {
    if (way.declaredBy === "quick-create") return [];
    if (way.declaredBy === "operation")
      return (this.#authorizers.get(resource) ?? []).filter(
        ({ scheme }) => scheme !== undefined && scheme === way.scheme,
      );
    // An id is looked for among the authorizers of both services: one of the wrong service must be seen to be wrong.
    const own = way.service === "rest" ? "restAuthorizer" : "httpAuthorizer";
    const other = way.service === "rest" ? "httpAuthorizer" : "restAuthorizer";
    const first = this.#named(this.#relations.refersTo(resource, "authorizerId", own));
    return first.length > 0 ? first : this.#named(this.#relations.refersTo(resource, "authorizerId", other));
  }

  #named({ resource, among }: Reference): Authorizer[] {
    const named = resource === undefined ? (among ?? []) : [resource];
    return named.flatMap((candidate) => this.#authorizers.get(candidate) ?? []);
  }

  #add(part: "integrations" | "stages" | "deployments" | "mappings", service: "rest" | "http", family: Family): void {
    for (const resource of this.#relations.all(family)) this.#owner(service, resource)?.[part].push(resource);
  }
}

function protocolOf(service: "rest" | "http", resource: StackResource | undefined): Api["protocol"] {
  if (service === "rest") return "REST";
  if (resource === undefined) return "unseen";
  return textOf(resource, "protocolType") === "WEBSOCKET" ? "WEBSOCKET" : "HTTP";
}
