import type { GatewayRequest } from "../../../local/gateway/request";

/** A request in the middle of the gateway: only what a test is about needs to be said. */
export const requestOf = (part: Partial<GatewayRequest> = {}): GatewayRequest => ({
  method: "GET",
  path: "/orders/7",
  fullPath: "/v1/orders/7",
  query: "",
  headers: [],
  body: Buffer.alloc(0),
  sourceIp: "127.0.0.1",
  requestId: "request",
  time: Date.UTC(2026, 0, 2, 3, 4, 5),
  stage: { name: "v1", variables: {} },
  pathParameters: {},
  context: {},
  ...part,
});
