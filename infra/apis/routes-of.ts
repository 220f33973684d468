import type { ApiKind, Route } from "../catalogue/define/route";

/** The routes that stand on one API. */
export const routesOf = (api: ApiKind, routes: readonly Route[]) => routes.filter(({ apis }) => apis.includes(api));

/** The authorizers that some of these routes name, each once, in the order of their first use. */
export const authorizersOf = (routes: readonly Pick<Route, "authorizer">[]) => [
  ...new Set(routes.flatMap((route) => route.authorizer ?? [])),
];

/**
 * A route's part of resource names: `get-orders-id` for `GET /orders/{id}`. Stable: it depends on nothing but the route.
 * Two routes of one API that read alike, such as `/orders/{id}` and `/orders/id`, end the program as duplicate URNs.
 */
export const routeSlug = (method: string, path: string) =>
  [method, ...path.split("/")]
    .map((part) => part.toLowerCase().replace(/[^a-z0-9]+/g, ""))
    .filter(Boolean)
    .join("-");
