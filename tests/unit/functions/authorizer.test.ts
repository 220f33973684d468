import assert from "node:assert/strict";
import { type GuardedRoute, guardedRoutes, mayCall } from "../../../functions/authorizer/grants";
import { policyFor } from "../../../functions/authorizer/policy";
import { tokenIn } from "../../../functions/authorizer/token";

const routes: GuardedRoute[] = [
  { method: "POST", path: "/orders", scopes: ["orders/write"] },
  { method: "GET", path: "/orders/{id}", scopes: ["orders/read", "orders/admin"] },
  { method: "GET", path: "/me" },
];
const stage = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/v1";
const caller = (scope: string) => ({ subject: "s", clientId: "c", scope, groups: "support", tenant: "acme" });

describe("the authorizer's grants", () => {
  for (const { why, held, calls } of [
    { why: "one of the scopes is enough", held: ["orders/admin"], calls: ["/orders/{id}", "/me"] },
    { why: "no scope opens only what asks for none", held: [], calls: ["/me"] },
    { why: "a scope that begins alike is another", held: ["orders/writer"], calls: ["/me"] },
    {
      why: "all scopes open everything",
      held: ["orders/read", "orders/write"],
      calls: ["/orders", "/orders/{id}", "/me"],
    },
  ])
    it(why, () =>
      assert.deepEqual(
        routes.filter((route) => mayCall(route, held)).map(({ path }) => path),
        calls,
      ),
    );

  it("know the routes that a Lambda authorizer guards, and no others", () => {
    for (const api of ["rest", "http"] as const)
      assert.deepEqual(
        guardedRoutes(api).map(({ method, path }) => `${method} ${path}`),
        ["POST /orders", "GET /orders/{id}"],
      );
  });
});

describe("the REST policy", () => {
  const policy = policyFor(caller("openid orders/read"), `${stage}/GET/orders/17`, routes);
  const [allow, deny] = policy.policyDocument.Statement as { Effect: string; Resource: string[] }[];

  it("covers every route that the caller may call, not just the one that was called", () => {
    assert.equal(allow?.Effect, "Allow");
    assert.deepEqual(allow?.Resource, [`${stage}/GET/orders/*`, `${stage}/GET/me`]);
  });

  it("denies by name what the caller may not call, so no wildcard can reach it", () => {
    assert.equal(deny?.Effect, "Deny");
    assert.deepEqual(deny?.Resource, [`${stage}/POST/orders`]);
  });

  it("is the same whichever route was called first, so that it can be cached", () => {
    assert.deepEqual(policyFor(caller("openid orders/read"), `${stage}/POST/orders`, routes), policy);
  });

  it("names the caller, in flat strings, for the handlers", () => {
    assert.equal(policy.principalId, "s");
    assert.deepEqual(policy.context, caller("openid orders/read"));
  });

  it("has no empty statement, which AWS refuses", () => {
    const { policyDocument } = policyFor(caller("orders/read orders/write"), `${stage}/GET/me`, routes);
    assert.equal(policyDocument.Statement.length, 1);
  });
});

describe("the token in a request", () => {
  for (const { why, headers, token } of [
    { why: "comes with Bearer", headers: { Authorization: "Bearer a.b.c" }, token: "a.b.c" },
    { why: "comes bare", headers: { authorization: "a.b.c" }, token: "a.b.c" },
    { why: "is found in any spelling of the header", headers: { AUTHORIZATION: "bearer  a.b.c " }, token: "a.b.c" },
    { why: "is absent without the header", headers: { accept: "*/*" }, token: undefined },
    { why: "is absent when the header is blank", headers: { authorization: " " }, token: undefined },
    { why: "is absent when there are no headers", headers: null, token: undefined },
  ])
    it(why, () => assert.equal(tokenIn(headers), token));
});
