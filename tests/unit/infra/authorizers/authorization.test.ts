import assert from "node:assert/strict";
import { httpAuthorization, restAuthorization } from "../../../../infra/authorizers/authorization";
import { planAuthorizers } from "../../../../infra/authorizers/plan-authorizers";
import { minutes } from "../../../../infra/catalogue/define/duration";
import type { Route } from "../../../../infra/catalogue/define/route";

const declared = {
  user: { kind: "cognito", cacheTtl: minutes(5) },
  tenant: { kind: "lambda", function: "authorizer", cacheTtl: minutes(1) },
} as const;

const route = (access: object) =>
  ({ apis: ["rest"], method: "GET", path: "/x", handler: "h", ...access }) as unknown as Route;

describe("a route's authorization", () => {
  const plans = planAuthorizers(declared, {});
  for (const { why, access, rest, http } of [
    {
      why: "leaves scopes to API Gateway where it checks tokens itself",
      access: { authorizer: "user", scopes: ["orders/read"] },
      rest: { type: "COGNITO_USER_POOLS", authorizer: "user", scopes: ["orders/read"] },
      http: { type: "JWT", authorizer: "user", scopes: ["orders/read"] },
    },
    {
      why: "asks for no scopes where the catalogue names none",
      access: { authorizer: "user" },
      rest: { type: "COGNITO_USER_POOLS", authorizer: "user" },
      http: { type: "JWT", authorizer: "user" },
    },
    {
      why: "never gives scopes to CUSTOM, which AWS would reject",
      access: { authorizer: "tenant", scopes: ["orders/read"] },
      rest: { type: "CUSTOM", authorizer: "tenant" },
      http: { type: "CUSTOM", authorizer: "tenant" },
    },
    {
      why: "is NONE for a public route alone",
      access: { public: "why" },
      rest: { type: "NONE" },
      http: { type: "NONE" },
    },
  ])
    it(why, () => {
      assert.deepEqual(restAuthorization(route(access), plans), rest);
      assert.deepEqual(httpAuthorization(route(access), plans), http);
    });
});

describe("an authorizer's plan", () => {
  for (const { why, overrides, ttl } of [
    { why: "takes the catalogue's TTL", overrides: {}, ttl: 60 },
    { why: "takes the environment's TTL over it", overrides: { tenant: { cacheTtlSeconds: 300 } }, ttl: 300 },
    {
      why: "writes out a TTL of zero, which would be 300 if left out",
      overrides: { tenant: { cacheTtlSeconds: 0 } },
      ttl: 0,
    },
  ])
    it(`${why}, the same on both APIs`, () => {
      const { tenant } = planAuthorizers(declared, overrides);
      assert.equal(tenant?.rest.authorizerResultTtlInSeconds, ttl);
      assert.equal(tenant?.http.authorizerType === "REQUEST" && tenant.http.authorizerResultTtlInSeconds, ttl);
    });

  it("keys the HTTP API's cache by token and route, the REST API's by token", () => {
    const { tenant } = planAuthorizers(declared, {});
    assert.deepEqual(tenant?.http.identitySources, ["$request.header.Authorization", "$context.routeKey"]);
    assert.equal(tenant?.rest.identitySource, "method.request.header.Authorization");
  });

  it("says in words what the two APIs cannot do alike", () => {
    const { user, tenant } = planAuthorizers(declared, {});
    assert.match(user!.differences.join("\n"), /caches no answers/);
    assert.match(tenant!.differences.join("\n"), /403 on the HTTP API/);
  });
});
