import type { AuthorizerName } from "./authorizers";
import { type ApiKind, routesFor } from "./define/route";
import type { RouteFunction } from "./functions";
import type { QueueName } from "./queues";
import { newOrder, newShipment, oneSku } from "./requests";
import { exportedOrders, healthy, listedOrders, madeOrder, oneOrder, whoCalls } from "./responses";
import type { Scope } from "./scopes";
import type { UpstreamName } from "./upstreams";

const both = ["rest", "http"] as const satisfies ApiKind[];

/** A new route goes here. Without an authorizer, or a written reason to be public, it does not compile. */
export const routes = routesFor<RouteFunction, AuthorizerName, Scope, QueueName, UpstreamName>()([
  {
    apis: both,
    method: "GET",
    path: "/orders",
    summary: "List your orders",
    handler: "orders",
    authorizer: "user",
    scopes: ["orders/read"],
    response: listedOrders,
  },
  {
    apis: both,
    method: "POST",
    path: "/orders",
    summary: "Create an order",
    handler: "orders",
    authorizer: "tenant",
    scopes: ["orders/write"],
    request: newOrder,
    response: madeOrder,
  },
  {
    apis: both,
    method: "GET",
    path: "/orders/{id}",
    summary: "Show an order",
    handler: "orders",
    authorizer: "tenant",
    scopes: ["orders/read"],
    response: oneOrder,
  },
  {
    apis: ["rest"],
    method: "GET",
    path: "/orders/export",
    summary: "Take all your orders along",
    handler: "orderExport",
    streaming: true,
    authorizer: "user",
    scopes: ["orders/read"],
    response: exportedOrders,
  },
  {
    apis: both,
    method: "POST",
    path: "/shipments",
    summary: "Hand an order over to the warehouse",
    queue: "shipments",
    authorizer: "user",
    scopes: ["orders/write"],
    request: newShipment,
  },
  {
    apis: both,
    method: "GET",
    path: "/prices/{sku}",
    summary: "Ask what a thing costs",
    upstream: "prices",
    authorizer: "tenant",
    scopes: ["orders/read"],
    request: oneSku,
  },
  {
    apis: ["rest"],
    method: "GET",
    path: "/partner/orders",
    summary: "List your orders, as a partner",
    handler: "orders",
    authorizer: "tenant",
    scopes: ["orders/read"],
    metered: true,
    response: listedOrders,
  },
  {
    apis: both,
    method: "GET",
    path: "/profile",
    summary: "See who you are",
    handler: "profile",
    authorizer: "user",
    response: whoCalls,
  },
  {
    apis: both,
    method: "GET",
    path: "/health",
    handler: "health",
    public: "Load balancers probe it; it holds no data",
    response: healthy,
  },
]);
