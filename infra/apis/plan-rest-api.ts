import { type Authorization, restAuthorization } from "../authorizers/authorization";
import { type AuthorizerPlans, judgingPlan } from "../authorizers/plan-authorizers";
import type { RestAuthorizerPlan } from "../authorizers/plan-rest-authorizer";
import type { Route } from "../catalogue/define/route";
import type { Settings } from "../config/schema";
import { planRestPreflight } from "./plan-cors";
import { type GatewayResponsePlan, planGatewayResponses } from "./plan-gateway-responses";
import { planRequest, type RequestPlan } from "./plan-request";
import { planRestIntegration, type RestIntegrationPlan } from "./plan-rest-integration";
import { handlersOf, queuesOf } from "./plan-target";
import { authorizersOf, routeSlug, routesOf } from "./routes-of";

export interface RestMethodPlan {
  readonly slug: string;
  readonly path: string;
  readonly method: string;
  readonly authorization: Authorization<"COGNITO_USER_POOLS">;
  readonly apiKeyRequired: boolean;
  readonly request: RequestPlan;
  readonly integration: RestIntegrationPlan;
}

/** Everything that a REST API's deployment holds. Whatever changes in here has to be deployed to take effect. */
export interface RestApiPlan {
  /** Every path below the root, parents before children. */
  readonly paths: readonly { readonly path: string; readonly parent: string; readonly part: string }[];
  readonly methods: readonly RestMethodPlan[];
  /** One OPTIONS for each path that has a method. */
  readonly preflights: readonly {
    readonly slug: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
  }[];
  /** What API Gateway answers itself. */
  readonly gatewayResponses: readonly GatewayResponsePlan[];
  readonly authorizers: readonly string[];
  /** What the deployment holds of each authorizer. */
  readonly authorizerPlans: Readonly<
    Record<string, RestAuthorizerPlan & { readonly function?: string; readonly audiences?: readonly string[] }>
  >;
  readonly handlers: readonly string[];
  readonly queues: readonly string[];
}

/**
 * What a REST API must get for the routes that stand on it.
 * The catalogue's order does not count: nothing changes, and nothing is deployed, when routes change places.
 */
export function planRestApi(
  routes: readonly Route[],
  authorizers: AuthorizerPlans,
  settings: Pick<Settings, "api" | "upstreams">,
): RestApiPlan {
  const own = inOrder(routesOf("rest", routes));
  const used = authorizersOf(own).filter((name) => authorizers[name]!.kind !== "iam");
  const withMethods = [...new Set(own.map(({ path }) => path))];
  const methods = own.map((route) => planMethod(route, authorizers, settings));
  const targets = methods.map(({ integration }) => integration.target);
  return {
    paths: listPaths(withMethods),
    methods,
    preflights: withMethods.map((path) => {
      const there = own.filter((route) => route.path === path);
      return { slug: routeSlug("options", path), path, headers: planRestPreflight(settings.api, there, authorizers) };
    }),
    gatewayResponses: planGatewayResponses(settings.api),
    authorizers: used,
    authorizerPlans: Object.fromEntries(
      used.map((name) => {
        const { rest, function: judge, audiences } = judgingPlan(authorizers, name);
        return [name, { ...rest, ...(judge && { function: judge }), ...(audiences && { audiences }) }];
      }),
    ),
    handlers: handlersOf(targets),
    queues: queuesOf(targets),
  };
}

function planMethod(
  route: Route,
  authorizers: AuthorizerPlans,
  settings: Pick<Settings, "api" | "upstreams">,
): RestMethodPlan {
  const slug = routeSlug(route.method, route.path);
  return {
    slug,
    path: route.path,
    method: route.method,
    authorization: restAuthorization(route, authorizers),
    apiKeyRequired: route.metered ?? false,
    request: planRequest(route, slug),
    integration: planRestIntegration(route, authorizers, settings),
  };
}

const inOrder = (routes: readonly Route[]) =>
  routes.toSorted((a, b) => compare(a.path, b.path) || compare(a.method, b.method));

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function listPaths(paths: readonly string[]): RestApiPlan["paths"] {
  const all = new Set(paths.flatMap(withParents));
  return [...all].map((path) => {
    const cut = path.lastIndexOf("/");
    return { path, parent: path.slice(0, cut) || "/", part: path.slice(cut + 1) };
  });
}

/** `/a/b` gives `/a`, `/a/b`; the root is API Gateway's own. */
const withParents = (path: string) => {
  const parts = path.split("/").filter(Boolean);
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join("/")}`);
};
