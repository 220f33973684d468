import type { AuthorizerName } from "./authorizers";
import { type ApiKind, routesFor } from "./define/route";
import type { RouteFunction } from "./functions";
import type { Scope } from "./scopes";

const both = ["rest", "http"] as const satisfies ApiKind[];

/** A new route goes here. Without an authorizer, or a written reason to be public, it does not compile. */
export const routes = routesFor<RouteFunction, AuthorizerName, Scope>()([
  { apis: both, method: "GET", path: "/orders", handler: "orders", authorizer: "user", scopes: ["orders/read"] },
  { apis: both, method: "POST", path: "/orders", handler: "orders", authorizer: "tenant", scopes: ["orders/write"] },
  { apis: both, method: "GET", path: "/orders/{id}", handler: "orders", authorizer: "tenant", scopes: ["orders/read"] },
  { apis: both, method: "GET", path: "/profile", handler: "profile", authorizer: "user" },
  {
    apis: both,
    method: "GET",
    path: "/health",
    handler: "health",
    public: "Load balancers probe it; it holds no data",
  },
]);
