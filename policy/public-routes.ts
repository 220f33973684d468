import type { Exception } from "./exceptions";

/**
 * The routes that anyone may call, by the control that would refuse them.
 * Written here by hand and taken from nowhere: one edit to the program's catalogue can open a route but not excuse it.
 * The setting `exceptions` of a control's configuration replaces its list.
 */
export const publicRoutes: Readonly<Record<string, readonly Exception[]>> = {
  "rest-method-has-authorizer": [
    {
      route: "GET /health",
      resource: "rest-get-health",
      reason: "Load balancers probe it before any caller has a token; it returns no data",
    },
  ],
  "http-route-has-authorizer": [
    {
      route: "GET /health",
      reason: "Load balancers probe it before any caller has a token; it returns no data",
    },
  ],
};
