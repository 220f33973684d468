import { routeSlug } from "../apis/routes-of";
import type { Route } from "../catalogue/define/route";

/**
 * Name of a route in generated clients: `getOrdersId` for `GET /orders/{id}`. Stable: it depends on nothing but the route. Unique within
 * an API, as the names of its resources are; digits are set apart, since `/a/1` and `/a1` would otherwise read alike.
 */
export const operationId = ({ method, path }: Pick<Route, "method" | "path">): string => {
  const [verb = "", ...parts] = routeSlug(method, path).split("-");
  return verb + parts.map((part) => (/^\d/.test(part) ? `_${part}` : part[0]!.toUpperCase() + part.slice(1))).join("");
};
