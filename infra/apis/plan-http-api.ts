import { type Authorization, httpAuthorization } from "../authorizers/authorization";
import type { AuthorizerPlans } from "../authorizers/plan-authorizers";
import type { Route } from "../catalogue/define/route";
import type { Settings } from "../config/schema";
import { planHttpCors } from "./plan-cors";
import { authorizersOf, handlersOf, routeSlug, routesOf } from "./routes-of";

export interface HttpRoutePlan {
  readonly slug: string;
  /** Such as `GET /orders/{id}`. */
  readonly routeKey: string;
  readonly handler: string;
  readonly authorization: Authorization<"JWT">;
}

export interface HttpApiPlan {
  readonly routes: readonly HttpRoutePlan[];
  readonly cors: ReturnType<typeof planHttpCors>;
  readonly authorizers: readonly string[];
  readonly handlers: readonly string[];
  readonly throttling: { readonly throttlingRateLimit: number; readonly throttlingBurstLimit: number };
}

/** What an HTTP API must get for the routes that stand on it. */
export function planHttpApi(routes: readonly Route[], authorizers: AuthorizerPlans, api: Settings["api"]): HttpApiPlan {
  const own = routesOf("http", routes);
  return {
    routes: own.map((route) => ({
      slug: routeSlug(route.method, route.path),
      routeKey: `${route.method} ${route.path}`,
      handler: route.handler,
      authorization: httpAuthorization(route, authorizers),
    })),
    cors: planHttpCors(api, [...new Set(own.map(({ method }) => method))]),
    authorizers: authorizersOf(own),
    handlers: handlersOf(own),
    throttling: { throttlingRateLimit: api.requestsPerSecond, throttlingBurstLimit: api.burst },
  };
}
