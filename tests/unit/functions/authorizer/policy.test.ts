import assert from "node:assert/strict";
import { type GuardedRoute, mayCall } from "../../../../functions/authorizer/grants";
import { policyFor } from "../../../../functions/authorizer/policy";

const authorizer = "tenant";
const routes: GuardedRoute[] = [
  { method: "POST", path: "/orders", authorizer, scopes: ["orders/write"] },
  { method: "GET", path: "/orders/{id}", authorizer, scopes: ["orders/read", "orders/admin"] },
  { method: "GET", path: "/orders/export", authorizer, scopes: ["orders/admin"] },
  { method: "GET", path: "/me", authorizer },
];
const stage = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/v1";
const caller = (scope: string) => ({ subject: "s", clientId: "c", scope, groups: "support", tenant: "acme" });

describe("the authorizer's grants", () => {
  for (const { why, held, calls } of [
    { why: "one of the scopes is enough", held: ["orders/admin"], calls: ["/orders/{id}", "/orders/export", "/me"] },
    { why: "no scope opens only what asks for none", held: [], calls: ["/me"] },
    { why: "a scope that begins alike is another", held: ["orders/writer"], calls: ["/me"] },
    {
      why: "all scopes open everything",
      held: ["orders/admin", "orders/write"],
      calls: ["/orders", "/orders/{id}", "/orders/export", "/me"],
    },
  ])
    it(why, () =>
      assert.deepEqual(
        routes.filter((route) => mayCall(route, held)).map(({ path }) => path),
        calls,
      ),
    );
});

describe("the REST policy", () => {
  const statements = (scope: string, called = "GET/orders/17", of = routes) =>
    (
      policyFor(caller(scope), `${stage}/${called}`, of).policyDocument.Statement as {
        Effect: string;
        Resource: string[];
      }[]
    ).map(({ Effect, Resource }) => [Effect, ...Resource.map((resource) => resource.replace(`${stage}/`, ""))]);

  it("allows every route that the caller may call, not just the one that was called", () => {
    assert.deepEqual(statements("openid orders/write"), [["Allow", "POST/orders", "GET/me"]]);
  });

  it("denies by name what the caller may not call, where a wildcard reaches it", () => {
    assert.deepEqual(statements("orders/read"), [
      ["Allow", "GET/orders/*", "GET/me"],
      ["Deny", "GET/orders/export"],
    ]);
  });

  it("denies no wildcard that would take back what is allowed inside it", () => {
    const inside: GuardedRoute[] = [
      { method: "GET", path: "/orders/{id}", authorizer, scopes: ["orders/read"] },
      { method: "GET", path: "/orders/export", authorizer, scopes: ["orders/admin"] },
    ];
    assert.deepEqual(statements("orders/admin", "GET/orders/export", inside), [["Allow", "GET/orders/export"]]);
  });

  it("denies everything to a caller who may call nothing, and has no empty list, which AWS refuses", () => {
    assert.deepEqual(statements("openid", "POST/orders", routes.slice(0, 2)), [["Deny", "*"]]);
  });

  it("is the same whichever route was called first, so that it can be cached", () => {
    assert.deepEqual(statements("orders/read", "POST/orders"), statements("orders/read", "GET/orders/17"));
  });

  it("names the caller, in flat strings, for the handlers", () => {
    const { principalId, context } = policyFor(caller("orders/read"), `${stage}/GET/me`, routes);
    assert.equal(principalId, "s");
    assert.deepEqual(context, caller("orders/read"));
  });
});
