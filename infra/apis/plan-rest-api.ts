import { type Authorization, restAuthorization } from "../authorizers/authorization";
import type { AuthorizerPlans } from "../authorizers/plan-authorizers";
import type { Route } from "../catalogue/define/route";
import type { Settings } from "../config/schema";
import { asMappings, planRestCors } from "./plan-cors";
import { authorizersOf, handlersOf, routeSlug, routesOf } from "./routes-of";

export interface RestMethodPlan {
  readonly slug: string;
  readonly path: string;
  readonly method: string;
  readonly handler: string;
  readonly authorization: Authorization<"COGNITO_USER_POOLS">;
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
  /** What API Gateway answers itself: CORS headers, or browsers hide the status. */
  readonly gatewayResponses: readonly {
    readonly responseType: string;
    readonly responseParameters: Readonly<Record<string, string>>;
  }[];
  readonly authorizers: readonly string[];
  readonly authorizerPlans: AuthorizerPlans;
  readonly handlers: readonly string[];
}

/** What a REST API must get for the routes that stand on it. */
export function planRestApi(routes: readonly Route[], authorizers: AuthorizerPlans, api: Settings["api"]): RestApiPlan {
  const own = routesOf("rest", routes);
  const used = authorizersOf(own);
  const withMethods = [...new Set(own.map(({ path }) => path))];
  const methodsAt = (path: string) => own.filter((route) => route.path === path).map(({ method }) => method);
  return {
    paths: listPaths(withMethods),
    methods: own.map((route) => ({
      slug: routeSlug(route.method, route.path),
      path: route.path,
      method: route.method,
      handler: route.handler,
      authorization: restAuthorization(route, authorizers),
    })),
    preflights: withMethods.map((path) => ({
      slug: routeSlug("options", path),
      path,
      headers: planRestCors(api, methodsAt(path)).preflight,
    })),
    gatewayResponses: ["DEFAULT_4XX", "DEFAULT_5XX"].map((responseType) => ({
      responseType,
      responseParameters: asMappings("gatewayresponse", planRestCors(api, []).origin),
    })),
    authorizers: used,
    authorizerPlans: Object.fromEntries(used.map((name) => [name, authorizers[name]!])),
    handlers: handlersOf(own),
  };
}

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
