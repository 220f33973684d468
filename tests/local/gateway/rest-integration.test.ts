import assert from "node:assert/strict";
import { restApi, restStage } from "../../support/gateway/rest-api";
import { serve, type TestGateway } from "../../support/gateway/serve";
import { executionArn, Stack } from "../../support/gateway/stack";

const echo = "exports.handler = async (event) => ({ statusCode: 200, body: JSON.stringify(event) });";
const reply = "exports.handler = async ({ body }) => JSON.parse(body);";

describe("a REST API", () => {
  let server: TestGateway;

  before(async () => {
    const stack = new Stack();
    const echoArn = stack.lambda("echo", echo);
    const replyArn = stack.lambda("reply", reply);
    const slowArn = stack.lambda("slow", "exports.handler = () => new Promise((done) => setTimeout(done, 5000));");
    const narrowArn = stack.lambda("narrow", echo);
    const strangerArn = stack.lambda("stranger", echo);
    for (const name of ["echo", "reply", "slow"]) stack.permission(name, `${executionArn("rest")}/*/*`);
    stack.permission("narrow", `${executionArn("rest")}/*/GET/narrow/*`);
    stack.permission("stranger", `${executionArn("other")}/*/*`);
    stack.permission("stranger", undefined, "events.amazonaws.com");
    const preflight = {
      type: "MOCK",
      requestTemplates: { "application/json": '{"statusCode": 204}' },
    };
    const allowOrigin = { "method.response.header.Access-Control-Allow-Origin": "'https://app.example.com'" };
    restApi(
      stack,
      "rest",
      [
        { route: "ANY /", integration: echoArn },
        { route: "POST /reply", integration: replyArn },
        {
          route: "OPTIONS /reply",
          integration: preflight,
          responses: [{ statusCode: "204", responseParameters: allowOrigin }],
        },
        { route: "GET /slow", integration: { type: "AWS_PROXY", uri: slowArn, timeoutMilliseconds: 60 } },
        { route: "GET /narrow/{id}", integration: narrowArn },
        { route: "GET /narrow", integration: narrowArn },
        { route: "GET /stranger", integration: strangerArn },
        { route: "GET /gone", integration: echoArn.replace("echo", "gone") },
        { route: "GET /elsewhere", integration: { type: "AWS", uri: "arn:aws:apigateway:eu-west-1:s3:path/x" } },
        { route: "GET /signed", authorization: "AWS_IAM", integration: echoArn },
        { route: "GET /keyed", apiKeyRequired: true, integration: echoArn },
        {
          route: "GET /role",
          integration: { type: "AWS_PROXY", uri: strangerArn, credentials: "arn:aws:iam::1:role/api" },
        },
        { route: "GET /files/{name}", integration: echoArn },
        { route: "GET /files/latest", integration: echoArn },
        { route: "ANY /files/{path+}", integration: echoArn },
      ],
      { binaryMediaTypes: ["image/png"] },
    );
    restStage(stack, "rest", "undeployed", "no-such-deployment");
    stack.add("aws:apigateway/response:Response", "default4xx", "default4xx", {
      restApiId: "rest",
      responseType: "DEFAULT_4XX",
      responseParameters: { "gatewayresponse.header.Access-Control-Allow-Origin": "'*'" },
    });
    stack.add("aws:apigateway/response:Response", "missing", "missing", {
      ...{ restApiId: "rest", responseType: "MISSING_AUTHENTICATION_TOKEN", statusCode: "404" },
      responseTemplates: { "application/json": '{"error":$context.error.messageString,"path":"$context.path"}' },
      responseParameters: { "gatewayresponse.header.X-Asked": "method.request.header.X-Ask" },
    });
    server = await serve(stack);
  });
  after(() => server.gateway.close());

  const post = (body: unknown) => server.call("rest", "POST /reply", { body: JSON.stringify(body) });

  for (const { why, payload, status, text } of [
    { why: "a whole answer", payload: { statusCode: 201, body: "made" }, status: 201, text: "made" },
    { why: "a status in quotes", payload: { statusCode: "202" }, status: 202, text: "" },
    { why: "no status", payload: { body: "x" }, status: 502 },
    { why: "a body that is not a string", payload: { statusCode: 200, body: { a: 1 } }, status: 502 },
    { why: "null", payload: null, status: 502 },
    {
      why: "base64 that nobody declared",
      payload: { statusCode: 200, body: "aGk=", isBase64Encoded: true },
      status: 200,
      text: "aGk=",
    },
  ])
    it(`turns a function's answer with ${why} into ${status}`, async () => {
      const { status: given, text: body, json } = await post(payload);
      assert.equal(given, status);
      if (status === 502) assert.deepEqual(json, { message: "Internal server error" });
      else assert.equal(body, text);
    });

  it("sends single and multiple headers of a function", async () => {
    const headers = { "X-One": "1", "Content-Type": "text/plain", "Content-Length": "999" };
    const answer = await post({
      statusCode: 200,
      headers,
      multiValueHeaders: { "Set-Cookie": ["a=1", "b=2"] },
      body: "x",
    });
    assert.deepEqual(answer.headers.getSetCookie(), ["a=1", "b=2"]);
    assert.equal(answer.headers.get("x-one"), "1");
    assert.equal(answer.headers.get("content-type"), "text/plain");
    assert.equal(answer.text, "x");
  });

  for (const { why, route, status, body } of [
    {
      why: "a function slower than the integration's timeout",
      route: "GET /slow",
      status: 504,
      body: { message: "Endpoint request timed out" },
    },
    { why: "a permission that covers the method", route: "GET /narrow/1", status: 200 },
    {
      why: "a permission that covers another method only",
      route: "GET /narrow",
      status: 500,
      body: { message: "Internal server error" },
    },
    {
      why: "a permission for another API or service",
      route: "GET /stranger",
      status: 500,
      body: { message: "Internal server error" },
    },
    {
      why: "a function that is not in the stack",
      route: "GET /gone",
      status: 500,
      body: { message: "Internal server error" },
    },
    { why: "an integration that is not simulated", route: "GET /elsewhere", status: 501 },
    { why: "AWS_IAM, which nothing here can sign for", route: "GET /signed", status: 404 },
    {
      why: "a method that wants an API key, without one",
      route: "GET /keyed",
      status: 403,
      body: { message: "Forbidden" },
    },
    { why: "a role, which needs no permission", route: "GET /role", status: 200 },
  ])
    it(`answers ${status} to ${why}`, async () => {
      const answer = await server.call("rest", route);
      assert.equal(answer.status, status);
      if (body) assert.deepEqual(answer.json, body);
    });

  for (const { route, resource } of [
    { route: "GET /", resource: "/" },
    { route: "GET ", resource: "/" },
    { route: "GET /files/latest", resource: "/files/latest" },
    { route: "GET /files/a", resource: "/files/{name}" },
    { route: "PUT /files/a/b", resource: "/files/{path+}" },
  ])
    it(`routes ${route} to ${resource}`, async () => {
      const { json } = await server.call("rest", route);
      assert.equal(json.resource, resource);
      assert.equal(json.path, route.split(" ")[1] || "/");
    });

  it("answers an unknown route with the gateway response of its type", async () => {
    const answer = await server.call("rest", "GET /nowhere", { headers: { "x-ask": "why" } });
    assert.equal(answer.status, 404);
    assert.deepEqual(answer.json, { error: "Missing Authentication Token", path: "/v1/nowhere" });
    assert.equal(answer.headers.get("x-asked"), "why");
    assert.equal(server.records.at(-1)?.route, undefined);
  });

  it("adds the headers of DEFAULT_4XX to refusals without a response of their own", async () => {
    const answer = await server.call("rest", "POST /reply", { body: Buffer.alloc(10 * 1024 * 1024 + 1) });
    assert.equal(answer.status, 413);
    assert.equal(answer.headers.get("access-control-allow-origin"), "*");
  });

  it("answers a preflight from a mock integration", async () => {
    const answer = await server.call("rest", "OPTIONS /reply", { headers: { origin: "https://app.example.com" } });
    assert.equal(answer.status, 204);
    assert.equal(answer.headers.get("access-control-allow-origin"), "https://app.example.com");
  });

  it("hands a binary body to the function as base64 where the API declares its type", async () => {
    const headers = { "content-type": "image/png" };
    const { json } = await server.call("rest", "POST /", { headers, body: Buffer.from([1, 2, 255]) });
    assert.equal(json.body, Buffer.from([1, 2, 255]).toString("base64"));
    assert.equal(json.isBase64Encoded, true);
  });

  it("serves only stages that are deployed", async () => {
    assert.deepEqual(
      server.gateway.apis.map(({ url }) => new URL(url).pathname),
      ["/v1"],
    );
    const base = server.gateway.apis[0]?.url.replace("/v1", "/undeployed");
    assert.equal((await fetch(`${base}/`)).status, 403);
  });

  it("says what it was asked, and by which route it answered", async () => {
    await server.call("rest", "GET /files/a?secret=1");
    const { api, method, path, route, status, authorizer } = server.records.at(-1)!;
    assert.deepEqual(
      { api, method, path, route, status, authorizer },
      {
        api: "rest",
        method: "GET",
        path: "/v1/files/a",
        route: "GET /files/{name}",
        status: 200,
        authorizer: undefined,
      },
    );
  });
});
