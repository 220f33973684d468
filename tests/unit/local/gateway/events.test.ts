import assert from "node:assert/strict";
import { clfTime } from "../../../../local/gateway/event-parts";
import { httpProxyEvent } from "../../../../local/gateway/http-event";
import type { HttpApi, RestApi } from "../../../../local/gateway/model";
import { restProxyEvent } from "../../../../local/gateway/rest-event";
import { requestOf } from "../../../support/gateway/request";
import { account, executionArn, region } from "../../../support/gateway/stack";

const identity = { name: "api", id: "abc", region, account, executionArn: executionArn("abc"), stages: [] };
const settings = { binaryMediaTypes: [], apiKeys: [], apiKeySource: "HEADER", models: [] } as const;
const rest: RestApi = { kind: "rest", ...identity, routes: [], gatewayResponses: new Map(), ...settings };
const http: HttpApi = { kind: "http", ...identity, routes: [] };
const none = { authorization: { kind: "none" }, integration: { kind: "unsupported", type: "" } } as const;
const restRoute = { resourceId: "r1", method: "ANY", path: "/orders/{id}", apiKeyRequired: false, ...none };
const httpRoute = { key: "GET /orders/{id}", method: "GET", path: "/orders/{id}", ...none };
const request = requestOf({
  headers: [
    ["Host", "abc.localhost:1"],
    ["X-Two", "1"],
    ["x-two", "2"],
  ],
  query: "a=1&a=2&b=%20",
  pathParameters: { id: "7" },
  body: Buffer.from("{}"),
});

describe("the event of a REST API", () => {
  it("keeps the case of headers, every value, and the stage in the context only", () => {
    const event = restProxyEvent(rest, restRoute, request, { tenant: "blue", principalId: "ann" });
    assert.deepEqual(event.headers, { Host: "abc.localhost:1", "X-Two": "2" });
    assert.deepEqual(event.multiValueHeaders["X-Two"], ["1", "2"]);
    assert.deepEqual(event.queryStringParameters, { a: "2", b: " " });
    assert.deepEqual(event.pathParameters, { id: "7" });
    assert.deepEqual([event.path, event.requestContext.path], ["/orders/7", "/v1/orders/7"]);
    assert.deepEqual([event.body, event.isBase64Encoded, event.stageVariables], ["{}", false, null]);
    assert.deepEqual(event.requestContext.authorizer, { tenant: "blue", principalId: "ann", integrationLatency: 0 });
    assert.equal(event.requestContext.requestTime, "02/Jan/2026:03:04:05 +0000");
  });

  it("says null for what is not there", () => {
    const event = restProxyEvent(rest, restRoute, requestOf());
    assert.deepEqual([event.body, event.queryStringParameters, event.pathParameters], [null, null, null]);
    assert.equal("authorizer" in event.requestContext, false);
  });
});

describe("the event of an HTTP API", () => {
  const jwt = { kind: "jwt", claims: { sub: "ann" }, scopes: null } as const;
  const lambda = { kind: "lambda", values: { n: 1 } } as const;

  it("joins values in format 2.0 and leaves out what is not there", () => {
    const event = httpProxyEvent("2.0", http, httpRoute, request);
    assert.ok("rawPath" in event);
    assert.deepEqual(event.headers, { host: "abc.localhost:1", "x-two": "1,2" });
    assert.deepEqual(event.queryStringParameters, { a: "1,2", b: " " });
    assert.deepEqual([event.routeKey, event.rawQueryString, event.body], [httpRoute.key, "a=1&a=2&b=%20", "{}"]);
    assert.equal("stageVariables" in event, false);
  });

  it("has lower-case headers in format 1.0", () => {
    const event = httpProxyEvent("1.0", http, httpRoute, request);
    assert.ok("multiValueHeaders" in event);
    assert.deepEqual(event.multiValueHeaders["x-two"], ["1", "2"]);
  });

  for (const { format, values, authorizer } of [
    { format: "2.0", values: jwt, authorizer: { jwt: { claims: { sub: "ann" }, scopes: null } } },
    { format: "2.0", values: lambda, authorizer: { lambda: { n: 1 } } },
    { format: "1.0", values: jwt, authorizer: { claims: { sub: "ann" }, scopes: null } },
    { format: "1.0", values: lambda, authorizer: { n: 1 } },
  ] as const)
    it(`puts a ${values.kind} authorizer's values where format ${format} has them`, () =>
      assert.deepEqual(
        (httpProxyEvent(format, http, httpRoute, request, values).requestContext as { authorizer?: unknown })
          .authorizer,
        authorizer,
      ));

  it("encodes a body that is not text", () => {
    const form = requestOf({
      headers: [["content-type", "application/x-www-form-urlencoded"]],
      body: Buffer.from("a=1"),
    });
    const event = httpProxyEvent("2.0", http, httpRoute, form);
    assert.deepEqual([event.body, event.isBase64Encoded], ["YT0x", true]);
  });
});

it("writes times as Apache does", () => assert.equal(clfTime(0), "01/Jan/1970:00:00:00 +0000"));
