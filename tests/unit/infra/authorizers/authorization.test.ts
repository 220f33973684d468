import assert from "node:assert/strict";
import { httpAuthorization, restAuthorization } from "../../../../infra/authorizers/authorization";
import { planAuthorizers } from "../../../../infra/authorizers/plan-authorizers";
import { minutes } from "../../../../infra/catalogue/define/duration";
import type { Route } from "../../../../infra/catalogue/define/route";

const declared = {
  user: { kind: "cognito", cacheTtl: minutes(5) },
  tenant: { kind: "lambda", function: "authorizer", cacheTtl: minutes(1) },
  operator: { kind: "iam" },
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
      why: "is a word on the route, and no authorizer, where IAM decides",
      access: { authorizer: "operator" },
      rest: { type: "AWS_IAM" },
      http: { type: "AWS_IAM" },
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
