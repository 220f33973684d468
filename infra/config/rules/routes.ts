import type { Authorizer } from "../../catalogue/define/authorizer";
import type { ApiKind, Route } from "../../catalogue/define/route";
import type { UpstreamDeclaration } from "../../catalogue/define/upstream";
import type { Fault } from "../faults";
import type { Situation } from "./rule";

/** Routes of the catalogue that no API, or not every API that they are declared for, could answer. */
export function* routeRules({ catalogue }: Situation): Generator<Fault> {
  const routes: readonly Route[] = catalogue.routes;
  const authorizers: Readonly<Record<string, Authorizer>> = catalogue.authorizers;
  const upstreams: Readonly<Record<string, UpstreamDeclaration>> = catalogue.upstreams;
  for (const route of routes) {
    yield* onHttpRules(route);
    yield* requestRules(route);
    yield* tokenRules(route, authorizers, upstreams);
  }
  for (const api of ["rest", "http"] as const) {
    yield* nameRules(api, routes);
    yield* variableRules(api, routes);
  }
}

const at = (route: Route) => `the catalogue's route ${route.method} ${route.path}`;

/** What REST APIs alone can do. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html */
function* onHttpRules(route: Route): Generator<Fault> {
  if (!route.apis.includes("http")) return;
  const sentence = (what: string) => `${what}; expected it on the REST API alone`;
  if (route.streaming) yield { path: at(route), found: "streaming", sentence: sentence("HTTP APIs stream no answers") };
  if (route.metered) yield { path: at(route), found: "metered", sentence: sentence("HTTP APIs know no API keys") };
}

function* requestRules(route: Route): Generator<Fault> {
  const bodiless = route.method === "GET" || route.method === "DELETE";
  if (route.queue !== undefined && bodiless)
    yield {
      path: at(route),
      found: route.method,
      sentence: `a queue takes the request's body; expected POST, PUT or PATCH`,
    };
  if (route.request?.body && bodiless)
    yield { path: at(route), found: route.method, sentence: `it declares a body; expected POST, PUT or PATCH` };
  for (const name of Object.keys(route.request?.path ?? {}))
    if (!route.path.includes(`{${name}}`) && !route.path.includes(`{${name}+}`))
      yield { path: at(route), found: name, sentence: "the path has no such parameter; expected it in braces" };
  const { properties = {}, required = [] } = route.request?.query ?? {};
  for (const name of required)
    if (!Object.hasOwn(properties, name))
      yield { path: at(route), found: name, sentence: "it is required of the query, and not among its properties" };
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html#http-api-mapping-reserved-headers */
function* tokenRules(
  route: Route,
  authorizers: Readonly<Record<string, Authorizer>>,
  upstreams: Readonly<Record<string, UpstreamDeclaration>>,
): Generator<Fault> {
  const { upstream, authorizer } = route;
  if (upstream === undefined || authorizer === undefined || !route.apis.includes("http")) return;
  if (readsAuthorization(authorizers[authorizer]!) && upstreams[upstream]!.seesTokens === undefined)
    yield {
      path: at(route),
      found: upstream,
      sentence:
        "an HTTP API passes the Authorization header on, whatever it is told; expected the REST API alone, or the upstream's seesTokens to say why it may",
    };
}

function readsAuthorization(authorizer: Authorizer): boolean {
  if (authorizer.kind !== "lambda" || authorizer.identity === undefined) return true;
  return authorizer.identity.some((source) => "header" in source && source.header.toLowerCase() === "authorization");
}

/** Resources are named by method and path, in which braces and signs do not count. */
function* nameRules(api: ApiKind, routes: readonly Route[]): Generator<Fault> {
  const named = new Map<string, Route>();
  for (const route of routes.filter(({ apis }) => apis.includes(api))) {
    const name = `${route.method} ${route.path}`.toLowerCase().replace(/[^a-z0-9/ ]+/g, "");
    const twin = named.get(name);
    if (twin)
      yield {
        path: at(route),
        found: api,
        sentence: `${twin.method} ${twin.path} of the same API reads alike, so that their resources would have one name; expected another path`,
      };
    else named.set(name, route);
  }
}

/**
 * Below one path there is one variable part, on either kind of API, and it has one name. Whether an HTTP API takes a greedy one
 * beside another could not be looked up, so that is let pass.
 * @see https://github.com/amazon-archives/aws-apigateway-importer/issues/202 for REST, an answer of AWS's
 * @see https://github.com/KensioSoftware/yulin/pull/307 for HTTP, which quotes AWS's error
 */
function* variableRules(api: ApiKind, routes: readonly Route[]): Generator<Fault> {
  const variables = new Map<string, string>();
  for (const route of routes.filter(({ apis }) => apis.includes(api))) {
    const parts = route.path.split("/");
    for (const [index, part] of parts.entries()) {
      if (!part.startsWith("{") || (api === "http" && part.endsWith("+}"))) continue;
      const parent = parts.slice(0, index).join("/");
      const sibling = variables.get(parent) ?? part;
      variables.set(parent, sibling);
      if (sibling !== part)
        yield {
          path: at(route),
          found: part,
          sentence: `another route of the ${api === "rest" ? "REST" : "HTTP"} API has ${sibling} at the same place; expected the same name`,
        };
    }
  }
}
