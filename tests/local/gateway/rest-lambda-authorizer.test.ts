import assert from "node:assert/strict";
import { restApi } from "../../support/gateway/rest-api";
import { serve, type TestGateway } from "../../support/gateway/serve";
import { executionArn, Stack } from "../../support/gateway/stack";

/** Answers by the word in the header: a policy for one method, for all, a refusal, an error, nonsense. */
const authorizer = `
const policy = (Effect, Resource) => ({
  principalId: "ann",
  policyDocument: { Version: "2012-10-17", Statement: [{ Action: "execute-api:Invoke", Effect, Resource }] },
  context: { tenant: "blue", level: 3, admin: true },
});
exports.handler = async (event) => {
  const word = (event.authorizationToken ?? event.headers.word).split("-")[0];
  const everything = event.methodArn.split("/").slice(0, 2).join("/") + "/*";
  switch (word) {
    case "this": return policy("Allow", event.methodArn);
    case "all": return policy("Allow", everything);
    case "deny": return policy("Deny", everything);
    case "elsewhere": return policy("Allow", everything.replace("*", "DELETE/*"));
    case "nested": return { ...policy("Allow", everything), context: { list: [1] } };
    case "unauthorized": throw new Error("Unauthorized");
    case "broken": throw new Error("No such tenant");
    default: return { nonsense: true };
  }
};`;

describe("a REST API with a Lambda authorizer", () => {
  let server: TestGateway;

  before(async () => {
    const stack = new Stack();
    const echo = stack.lambda(
      "echo",
      "exports.handler = async (event) => ({ statusCode: 200, body: JSON.stringify(event) });",
    );
    stack.permission("echo", `${executionArn("rest")}/*/*`);
    const authorizers = { request: {}, token: { type: "TOKEN", identityValidationExpression: "[a-z-]+" } };
    const uri = stack.lambda("authorizer", authorizer);
    const forbidden = stack.lambda("forbidden", authorizer);
    const declare = (name: string, more: Record<string, string | number>) => {
      const properties = { restApi: "rest", name, type: "REQUEST", identitySource: "method.request.header.Word" };
      stack.add("aws:apigateway/authorizer:Authorizer", name, name, { ...properties, authorizerUri: uri, ...more });
      stack.permission("authorizer", `${executionArn("rest")}/authorizers/${name}`);
      return { authorization: "CUSTOM", authorizerId: name, integration: echo };
    };
    const request = declare("request", { authorizerResultTtlInSeconds: 60 });
    const token = declare("token", authorizers.token);
    const both = "method.request.header.Word,method.request.querystring.tenant";
    restApi(stack, "rest", [
      { route: "GET /a", ...request },
      { route: "POST /a", ...request },
      { route: "GET /token", ...token },
      { route: "GET /uncached", ...declare("uncached", { authorizerResultTtlInSeconds: 0 }) },
      { route: "GET /two", ...declare("two", { identitySource: both }) },
      { route: "GET /forbidden", ...declare("unreachable", { authorizerUri: forbidden }) },
    ]);
    server = await serve(stack);
  });
  after(() => server.gateway.close());

  const calls = () => server.gateway.invocations().authorizer ?? 0;
  const call = (route: string, word?: string, header = "word") =>
    server.call("rest", route, word === undefined ? {} : { headers: { [header]: word } });
  const denied = "User is not authorized to access this resource";

  for (const { why, route = "GET /a", word, status, body, called = 1 } of [
    { why: "a policy that allows this method", word: "this-1", status: 200 },
    { why: "an explicit deny", word: "deny-1", status: 403, body: { Message: `${denied} with an explicit deny` } },
    { why: "a policy for other methods", word: "elsewhere-1", status: 403, body: { Message: denied } },
    { why: 'the error "Unauthorized"', word: "unauthorized-1", status: 401, body: { message: "Unauthorized" } },
    { why: "any other error", word: "broken-1", status: 500, body: { message: null } },
    { why: "an answer that is no policy", word: "nonsense-1", status: 500, body: { message: null } },
    { why: "a context value that is a list", word: "nested-1", status: 500, body: { message: null } },
    { why: "a missing identity source", word: undefined, status: 401, body: { message: "Unauthorized" }, called: 0 },
    { why: "an empty identity source", word: "", status: 401, body: { message: "Unauthorized" }, called: 0 },
    { why: "one of two sources missing", route: "GET /two", word: "all-1", status: 401, called: 0 },
    { why: "both sources present", route: "GET /two?tenant=blue", word: "all-1", status: 200 },
    { why: "a token that its expression rejects", route: "GET /token", word: "all 1", status: 401, called: 0 },
    { why: "a token that its expression takes", route: "GET /token", word: "all-x", status: 200 },
    { why: "a function without a permission", route: "GET /forbidden", word: "all-1", status: 500, called: 0 },
  ])
    it(`answers ${status} to ${why}`, async () => {
      const before = calls();
      const reply = await call(route, word);
      assert.equal(reply.status, status);
      if (body) assert.deepEqual(reply.json, body);
      assert.equal(calls() - before, called);
    });

  it("says in the log which permission is missing", () => {
    assert.match(
      server.lines.join("\n"),
      /forbidden: API Gateway may not call forbidden for .*\/authorizers\/unreachable/,
    );
  });

  it("hands the context to the function as strings", async () => {
    const { json } = await call("GET /a", "all-context");
    const { tenant, level, admin, principalId } = json.requestContext.authorizer;
    assert.deepEqual(
      { tenant, level, admin, principalId },
      { tenant: "blue", level: "3", admin: "true", principalId: "ann" },
    );
  });

  it("applies the remembered policy to another method without calling the function again", async () => {
    const before = calls();
    assert.equal((await call("GET /a", "this-cache")).status, 200);
    assert.deepEqual((await call("POST /a", "this-cache")).json, { Message: denied });
    assert.equal((await call("GET /a", "this-cache")).status, 200);
    assert.deepEqual(server.records.at(-1)?.authorizer, { name: "request", outcome: "cached" });
    assert.equal((await call("POST /a", "this-other")).status, 200);
    assert.equal(calls() - before, 2);
  });

  it("calls the function again after the TTL", async () => {
    const before = calls();
    await call("GET /a", "all-ttl");
    server.advance(59);
    await call("GET /a", "all-ttl");
    assert.equal(calls() - before, 1);
    server.advance(2);
    await call("GET /a", "all-ttl");
    assert.equal(calls() - before, 2);
  });

  for (const { why, route, seconds, called } of [
    { why: "remembers for 300 s where no TTL is set", route: "GET /token", seconds: 299, called: 1 },
    { why: "forgets after 300 s where no TTL is set", route: "GET /token", seconds: 301, called: 2 },
    { why: "remembers nothing with a TTL of 0", route: "GET /uncached", seconds: 0, called: 2 },
  ])
    it(why, async () => {
      const before = calls();
      const word = `all-${why.replace(/[^a-z]+/g, "-")}`;
      await call(route, word);
      server.advance(seconds);
      await call(route, word);
      assert.equal(calls() - before, called);
    });

  it("does not remember an error", async () => {
    const before = calls();
    await call("GET /a", "unauthorized-again");
    await call("GET /a", "unauthorized-again");
    assert.equal(calls() - before, 2);
  });
});
