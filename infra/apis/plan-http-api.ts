import { type Authorization, httpAuthorization } from "../authorizers/authorization";
import type { AuthorizerPlans } from "../authorizers/plan-authorizers";
import type { Route } from "../catalogue/define/route";
import type { Settings } from "../config/schema";
import { planHttpCors } from "./plan-cors";
import { type HttpIntegrationPlan, planHttpIntegration } from "./plan-http-integration";
import { handlersOf, queuesOf } from "./plan-target";
import { authorizersOf, routeSlug, routesOf } from "./routes-of";

export interface HttpRoutePlan {
  readonly slug: string;
  /** Such as `GET /orders/{id}`. */
  readonly routeKey: string;
  /** Key of its integration. */
  readonly integration: string;
  readonly authorization: Authorization<"JWT">;
}

export interface HttpApiPlan {
  readonly routes: readonly HttpRoutePlan[];
  readonly integrations: readonly HttpIntegrationPlan[];
  readonly cors: ReturnType<typeof planHttpCors>;
  readonly authorizers: readonly string[];
  readonly handlers: readonly string[];
  readonly queues: readonly string[];
  readonly throttling: { readonly throttlingRateLimit: number; readonly throttlingBurstLimit: number };
}

/** What an HTTP API must get for the routes that stand on it. */
export function planHttpApi(
  routes: readonly Route[],
  authorizers: AuthorizerPlans,
  { api, upstreams }: Pick<Settings, "api" | "upstreams">,
): HttpApiPlan {
  const own = routesOf("http", routes);
  const planned = own.map((route) => {
    const slug = routeSlug(route.method, route.path);
    return { route, slug, integration: planHttpIntegration(route, slug, authorizers, upstreams) };
  });
  const integrations = [...new Map(planned.map(({ integration }) => [integration.key, integration])).values()];
  const targets = integrations.map(({ target }) => target);
  return {
    routes: planned.map(({ route, slug, integration }) => ({
      slug,
      routeKey: `${route.method} ${route.path}`,
      integration: integration.key,
      authorization: httpAuthorization(route, authorizers),
    })),
    integrations,
    cors: planHttpCors(api, [...new Set(own.map(({ method }) => method))].sort(), authorizers, authorizersOf(own)),
    authorizers: authorizersOf(own).filter((name) => authorizers[name]!.kind !== "iam"),
    handlers: handlersOf(targets),
    queues: queuesOf(targets),
    throttling: { throttlingRateLimit: api.requestsPerSecond, throttlingBurstLimit: api.burst },
  };
}
