import type { Reading } from "../reading";

/**
 * What a route key says about its route.
 * `preflight`: OPTIONS on an HTTP API. `http`: any other request to one. `connect`: the handshake of a WebSocket API,
 * the only moment at which API Gateway authorizes one. `message`: what comes over the open connection.
 * `default`: the rest, on either kind of API.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html
 */
export type RouteKind = "preflight" | "http" | "connect" | "message" | "default";

/**
 * HTTP APIs take `VERB /path` and `$default` only; every other key can exist on a WebSocket API only.
 * An unknown or absent key is taken for `http`, the kind that must be authorized.
 */
export function routeKind(routeKey: Reading): RouteKind {
  if (routeKey.state !== "known" || typeof routeKey.value !== "string") return "http";
  const key = routeKey.value;
  if (key === "$default") return "default";
  if (key === "$connect") return "connect";
  if (/^OPTIONS +\//.test(key)) return "preflight";
  return /^\S+\s+\//.test(key) ? "http" : "message";
}
