import assert from "node:assert/strict";
import { type AuthorizerEvent, decide, type Trust } from "../../../../functions/authorizer/decide";
import type { Authorizer } from "../../../../infra/catalogue/define/authorizer";
import { minutes } from "../../../../infra/catalogue/define/duration";
import { header, query } from "../../../../infra/catalogue/define/identity-source";
import type { Route } from "../../../../infra/catalogue/define/route";

const lambda = { kind: "lambda", function: "judge", cacheTtl: minutes(1) } as const;
const authorizers = {
  tenant: lambda,
  partner: { ...lambda, identity: [query("token"), header("X-Partner")] },
  legacy: { ...lambda, identity: [header("X-Token")], rest: "token" },
  foreign: { ...lambda, function: "other" },
} as const satisfies Record<string, Authorizer>;
const route = (path: `/${string}`, authorizer: string, apis: Route["apis"] = ["rest", "http"]): Route => ({
  ...{ apis, method: "GET", path, handler: "h", authorizer, scopes: ["s/r"] },
});
const routes = [
  route("/orders/{id}", "tenant"),
  route("/partner", "partner"),
  route("/legacy", "legacy"),
  route("/foreign", "foreign"),
  route("/rest", "tenant", ["rest"]),
];
const trust: Trust = {
  authorizers,
  routes,
  own: ["tenant", "partner", "legacy"],
  identify: async (token) =>
    token.startsWith("good")
      ? { subject: token, clientId: "c", scope: token === "good" ? "s/r" : "", groups: "" }
      : undefined,
};

const stage = "arn:aws:execute-api:eu-west-1:123456789012:a1/v1";
const rest = (resource: string, parts: object) => ({
  ...{ type: "REQUEST", methodArn: `${stage}/GET${resource}`, resource, httpMethod: "GET", ...parts },
});
const http = (path: string, parts: object) => ({ version: "2.0", type: "REQUEST", routeKey: `GET ${path}`, ...parts });
const ask = (event: object) => decide(event as AuthorizerEvent, trust);

describe("the authorizer function", () => {
  const opened = ["GET/orders/*", "GET/partner", "GET/legacy", "GET/rest"];
  for (const { why, event } of [
    { why: "a header of a REST request", event: rest("/orders/{id}", { headers: { AUTHORIZATION: "Bearer good" } }) },
    { why: "a bare token", event: rest("/orders/{id}", { headers: { authorization: "good" } }) },
    { why: "the query, where that is declared", event: rest("/partner", { queryStringParameters: { token: "good" } }) },
    {
      why: "what a TOKEN authorizer hands over",
      event: { type: "TOKEN", methodArn: `${stage}/GET/legacy`, authorizationToken: "Bearer good" },
    },
  ])
    it(`takes the token from ${why}, and answers for every route of its authorizers, and no others`, async () => {
      const answer = (await ask(event)) as { policyDocument: { Statement: { Effect: string; Resource: string[] }[] } };
      const [allow, ...others] = answer.policyDocument.Statement;
      assert.deepEqual(
        allow?.Resource,
        opened.map((pattern) => `${stage}/${pattern}`),
      );
      assert.deepEqual(others, []);
    });

  for (const { why, event } of [
    { why: "a bad token", event: rest("/orders/{id}", { headers: { Authorization: "bad" } }) },
    { why: "no token", event: rest("/orders/{id}", { headers: null }) },
    { why: "an empty one", event: rest("/orders/{id}", { headers: { Authorization: "Bearer " } }) },
    {
      why: "a good token where answers are not cached by it",
      event: rest("/partner", { headers: { Authorization: "good" }, queryStringParameters: { token: "bad" } }),
    },
    { why: "an empty TOKEN", event: { type: "TOKEN", methodArn: `${stage}/GET/legacy`, authorizationToken: "" } },
    { why: "a route of another function", event: rest("/foreign", { headers: { Authorization: "good" } }) },
  ])
    it(`answers a REST API with the one message that means 401 for ${why}`, () =>
      assert.rejects(ask(event), { message: "Unauthorized" }));

  for (const { why, event, isAuthorized } of [
    { why: "with the scope", event: http("/orders/{id}", { headers: { authorization: "good" } }), isAuthorized: true },
    {
      why: "without it",
      event: http("/orders/{id}", { headers: { authorization: "good, idle" } }),
      isAuthorized: false,
    },
    {
      why: "with a bad token",
      event: http("/orders/{id}", { headers: { authorization: "bad" } }),
      isAuthorized: false,
    },
    { why: "by the query", event: http("/partner", { queryStringParameters: { token: "good" } }), isAuthorized: true },
    {
      why: "by a header, where the query is declared",
      event: http("/partner", { headers: { authorization: "good" } }),
      isAuthorized: false,
    },
    {
      why: "on a route of REST alone",
      event: http("/rest", { headers: { authorization: "good" } }),
      isAuthorized: false,
    },
    {
      why: "on a route of another function",
      event: http("/foreign", { headers: { authorization: "good" } }),
      isAuthorized: false,
    },
    {
      why: "on a route that nobody declared",
      event: http("/none", { headers: { authorization: "good" } }),
      isAuthorized: false,
    },
  ])
    it(`says ${isAuthorized ? "yes" : "no"} to an HTTP API for a caller ${why}`, async () => {
      const answer = (await ask(event)) as { isAuthorized: boolean };
      assert.equal(answer.isAuthorized, isAuthorized);
    });

  it("tells the handlers behind an HTTP API who calls", async () => {
    const { context } = (await ask(http("/orders/{id}", { headers: { authorization: "good" } }))) as {
      context: object;
    };
    assert.deepEqual(context, { subject: "good", clientId: "c", scope: "s/r", groups: "" });
  });
});
