import assert from "node:assert/strict";
import { httpApi } from "../../support/gateway/http-api";
import { serve, type TestGateway } from "../../support/gateway/serve";
import { executionArn, functionArn, Stack } from "../../support/gateway/stack";

/** Answers by the word in the header, in the format that it was asked in; the context says what it was given. */
const authorizer = `
exports.handler = async (event) => {
  const word = (event.headers.word ?? "yes").split("-")[0];
  if (word === "throw") throw new Error("Unauthorized");
  if (word === "nonsense") return "yes";
  const context = { version: event.version, identity: event.identitySource, arn: event.routeArn ?? event.methodArn, n: 1 };
  if (process.env.ANSWER !== "policy") return { isAuthorized: word === "yes", context };
  const Effect = word === "yes" ? "Allow" : "Deny";
  const Statement = [{ Action: "execute-api:Invoke", Effect, Resource: context.arn }];
  return { principalId: "ann", policyDocument: { Version: "2012-10-17", Statement }, context: { version: event.version } };
};`;

describe("an HTTP API with a Lambda authorizer", () => {
  let server: TestGateway;

  before(async () => {
    const stack = new Stack();
    stack.lambda("echo", "exports.handler = async (event) => event.requestContext.authorizer;");
    stack.permission("echo", `${executionArn("http")}/*/*`);
    const simple = stack.lambda("simple", authorizer);
    const policy = stack.lambda("policy", authorizer, { environment: { variables: { ANSWER: "policy" } } });
    const declare = (
      name: string,
      fn: string,
      uri: string,
      more: Record<string, string | number | boolean | string[]>,
    ) => {
      stack.add("aws:apigatewayv2/authorizer:Authorizer", name, name, {
        ...{ apiId: "http", name, authorizerType: "REQUEST", authorizerUri: uri },
        ...{ identitySources: ["$request.header.Word"], authorizerPayloadFormatVersion: "2.0" },
        ...more,
      });
      stack.permission(fn, `${executionArn("http")}/authorizers/${name}`);
      return { uri: functionArn("echo"), authorizationType: "CUSTOM", authorizerId: name };
    };
    const shared = declare("shared", "simple", simple, {
      enableSimpleResponses: true,
      authorizerResultTtlInSeconds: 60,
    });
    const perRoute = declare("per-route", "simple", simple, {
      ...{ enableSimpleResponses: true, identitySources: ["$request.header.Word", "$context.routeKey"] },
    });
    httpApi(stack, "http", [
      { key: "GET /a", ...shared },
      { key: "POST /a", ...shared },
      { key: "GET /b", ...perRoute },
      { key: "POST /b", ...perRoute },
      { key: "GET /policy", ...declare("policy2", "policy", policy, {}) },
      { key: "GET /old", ...declare("policy1", "policy", policy, { authorizerPayloadFormatVersion: "1.0" }) },
      { key: "GET /any", ...declare("any", "simple", simple, { enableSimpleResponses: true, identitySources: [] }) },
      {
        key: "GET /uncached",
        ...declare("none", "simple", simple, { enableSimpleResponses: true, authorizerResultTtlInSeconds: 0 }),
      },
    ]);
    server = await serve(stack);
  });
  after(() => server.gateway.close());

  const calls = (name = "simple") => server.gateway.invocations()[name] ?? 0;
  const call = (route: string, word?: string) =>
    server.call("http", route, word === undefined ? {} : { headers: { word } });

  const forbidden = { message: "Forbidden" };
  const failure = { message: "Internal Server Error" };
  for (const { why, route = "GET /a", word, status, body } of [
    { why: "isAuthorized true", word: "yes-1", status: 200 },
    { why: "isAuthorized false", word: "no-1", status: 403, body: forbidden },
    { why: "an error, even one that says Unauthorized", word: "throw-1", status: 500, body: failure },
    { why: "an answer in another form", word: "nonsense-1", status: 500, body: failure },
    { why: "a missing identity source", word: undefined, status: 401, body: { message: "Unauthorized" } },
    { why: "a policy that allows", route: "GET /policy", word: "yes-1", status: 200 },
    { why: "a policy that denies", route: "GET /policy", word: "no-1", status: 403, body: forbidden },
    { why: "a policy in payload format 1.0", route: "GET /old", word: "yes-1", status: 200 },
    { why: "no identity sources at all", route: "GET /any", word: undefined, status: 200 },
  ])
    it(`answers ${status} to ${why}`, async () => {
      const reply = await call(route, word);
      assert.equal(reply.status, status);
      if (body) assert.deepEqual(reply.json, body);
    });

  it("sends payload 2.0 and hands the context on as it is", async () => {
    const { json } = await call("GET /a", "yes-context");
    const arn = `${executionArn("http")}/$default/GET/a`;
    assert.deepEqual(json, { lambda: { version: "2.0", identity: ["yes-context"], arn, n: 1 } });
  });

  it("shares an answer among all routes of the authorizer until its TTL ends", async () => {
    const before = calls();
    await call("GET /a", "yes-shared");
    await call("POST /a", "yes-shared");
    assert.equal(calls() - before, 1);
    assert.deepEqual(server.records.at(-1)?.authorizer, { name: "shared", outcome: "cached" });
    server.advance(61);
    await call("POST /a", "yes-shared");
    assert.equal(calls() - before, 2);
  });

  it("remembers a refusal too", async () => {
    const before = calls();
    assert.equal((await call("GET /a", "no-shared")).status, 403);
    assert.equal((await call("POST /a", "no-shared")).status, 403);
    assert.equal(calls() - before, 1);
  });

  it("asks again for another route where the route is an identity source", async () => {
    const before = calls();
    for (const route of ["GET /b", "GET /b", "POST /b"]) await call(route, "yes-route");
    assert.equal(calls() - before, 2);
  });

  for (const route of ["GET /any", "GET /uncached"])
    it(`asks every time on ${route}: ${route.endsWith("any") ? "no identity source" : "TTL 0"}`, async () => {
      const before = calls();
      await call(route, "yes");
      await call(route, "yes");
      assert.equal(calls() - before, 2);
    });
});
