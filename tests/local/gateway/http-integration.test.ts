import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { httpApi } from "../../support/gateway/http-api";
import { serve, type TestGateway } from "../../support/gateway/serve";
import { executionArn, functionArn, Stack } from "../../support/gateway/stack";

const app = "https://app.example.com";

describe("an HTTP API", () => {
  let server: TestGateway;
  const stack = new Stack();

  before(async () => {
    stack.lambda("echo", "exports.handler = async (event) => event;");
    stack.lambda("wrapped", "exports.handler = async (event) => ({ statusCode: 200, body: JSON.stringify(event) });");
    stack.lambda(
      "reply",
      "exports.handler = async ({ body }) => { const { fail, answer } = JSON.parse(body); if (fail) throw new Error(fail); return answer; };",
    );
    stack.lambda("slow", "exports.handler = () => new Promise((done) => setTimeout(done, 5000));");
    stack.lambda("forbidden", "exports.handler = async () => 1;");
    for (const name of ["echo", "wrapped", "reply", "slow"]) stack.permission(name, `${executionArn("http")}/*/*`);
    const uri = functionArn("echo");
    httpApi(
      stack,
      "http",
      [
        { key: "GET /pets/{id}", uri },
        { key: "GET /pets/dog", uri },
        { key: "ANY /pets/{proxy+}", uri },
        { key: "POST /reply", uri: functionArn("reply") },
        { key: "POST /reply1", uri: functionArn("reply"), payloadFormatVersion: "1.0" },
        { key: "ANY /old/{id}", uri: functionArn("wrapped"), payloadFormatVersion: "1.0" },
        { key: "GET /forbidden", uri: functionArn("forbidden") },
        { key: "GET /slow", uri: functionArn("slow"), timeoutMilliseconds: 60 },
        { key: "GET /signed", uri, authorizationType: "AWS_IAM" },
      ],
      {
        corsConfiguration: {
          ...{ allowOrigins: [app], allowMethods: ["GET", "POST"], allowHeaders: ["authorization"] },
          ...{ allowCredentials: true, exposeHeaders: ["etag"], maxAge: 600 },
        },
      },
    );
    httpApi(stack, "staged", [{ key: "$default", uri }], { stage: "blue" });
    stack.add("aws:apigatewayv2/stage:Stage", "undeployed", "undeployed", { apiId: "staged", name: "undeployed" });
    stack.permission("echo", `${executionArn("staged")}/*/$default`);
    server = await serve(stack);
  });
  after(() => server.gateway.close());

  for (const { route, key } of [
    { route: "GET /pets/dog", key: "GET /pets/dog" },
    { route: "GET /pets/7", key: "GET /pets/{id}" },
    { route: "GET /pets/7/toys", key: "ANY /pets/{proxy+}" },
    { route: "PUT /pets/dog", key: "ANY /pets/{proxy+}" },
  ])
    it(`routes ${route} to ${key}`, async () => assert.equal((await server.call("http", route)).json.routeKey, key));

  it("answers 404 to an unknown route", async () => {
    const { status, json } = await server.call("http", "GET /nowhere");
    assert.deepEqual({ status, json }, { status: 404, json: { message: "Not Found" } });
  });

  it("serves only stages that are deployed", async () => {
    const paths = server.gateway.apis.map(({ name, url }) => `${name} ${new URL(url).pathname}`);
    assert.deepEqual(paths, ["http /", "staged /blue"]);
  });

  it("answers 503 when its function is slower than the integration's timeout", async () => {
    const { status, json } = await server.call("http", "GET /slow");
    assert.deepEqual({ status, json }, { status: 503, json: { message: "Service Unavailable" } });
  });

  it("answers 413 to more than 10 MB", async () => {
    const { status } = await server.call("http", "POST /reply", { body: Buffer.alloc(10 * 1024 * 1024 + 1) });
    assert.equal(status, 413);
  });

  it("sends payload 2.0: joined values, cookies apart, no stage in the path of $default", async () => {
    const headers = { cookie: "a=1; b=2", "x-two": "1, 2" };
    const { json } = await server.call("http", "GET /pets/a%2Fb?x=1&x=2", { headers });
    assert.equal(json.version, "2.0");
    assert.deepEqual(json.cookies, ["a=1", "b=2"]);
    assert.deepEqual(json.queryStringParameters, { x: "1,2" });
    assert.deepEqual(json.pathParameters, { id: "a/b" });
    assert.equal(json.rawPath, "/pets/a%2Fb");
    assert.equal(json.headers.cookie, undefined);
    assert.equal("body" in json, false);
  });

  it("sends payload 1.0 where the integration asks for it", async () => {
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const { json } = await server.call("http", "POST /old/7?x=1&x=2", { headers: form, body: "a=1" });
    assert.equal(json.version, "1.0");
    assert.equal(json.httpMethod, "POST");
    assert.deepEqual(json.multiValueQueryStringParameters, { x: ["1", "2"] });
    assert.deepEqual([json.body, json.isBase64Encoded], [Buffer.from("a=1").toString("base64"), true]);
  });

  it("puts the stage into the path of any stage but $default", async () => {
    const { json } = await server.call("staged", "GET /x");
    assert.deepEqual([json.rawPath, json.routeKey, json.requestContext.stage], ["/blue/x", "$default", "blue"]);
  });

  for (const { why, path = "/reply", body, status, text, type } of [
    {
      why: "a whole answer",
      body: { answer: { statusCode: 201, body: "x" } },
      status: 201,
      text: "x",
      type: /^text\/plain/,
    },
    { why: "an object without a status", body: { answer: { a: 1 } }, status: 200, text: '{"a":1}', type: /json/ },
    { why: "a string", body: { answer: "hello" }, status: 200, text: "hello", type: /json/ },
    {
      why: "base64",
      body: { answer: { statusCode: 200, body: "aGk=", isBase64Encoded: true } },
      status: 200,
      text: "hi",
    },
    { why: "a body that is not a string", body: { answer: { statusCode: 200, body: 7 } }, status: 500 },
    { why: "no status in format 1.0", path: "/reply1", body: { answer: { a: 1 } }, status: 500 },
    { why: "an error", body: { fail: "oops" }, status: 500 },
  ])
    it(`turns a function's answer with ${why} into ${status}`, async () => {
      const answer = await server.call("http", `POST ${path}`, { body: JSON.stringify(body) });
      assert.equal(answer.status, status);
      if (status === 500) assert.deepEqual(answer.json, { message: "Internal Server Error" });
      else assert.equal(answer.text, text);
      if (type) assert.match(answer.headers.get("content-type") ?? "", type);
    });

  it("sends each cookie of a function as a header", async () => {
    const answer = { statusCode: 200, cookies: ["a=1", "b=2"] };
    const { headers } = await server.call("http", "POST /reply", { body: JSON.stringify({ answer }) });
    assert.deepEqual(headers.getSetCookie(), ["a=1", "b=2"]);
    assert.ok(headers.get("apigw-requestid"));
  });

  it("answers 500 where no permission lets it call the function, and says so in the log", async () => {
    assert.equal((await server.call("http", "GET /forbidden")).status, 500);
    assert.match(server.lines.join("\n"), /may not call forbidden for .*\/GET\/forbidden/);
    assert.equal(server.gateway.invocations().forbidden, 0);
  });

  const preflight = (origin: string) => ({ headers: { origin, "access-control-request-method": "GET" } });

  it("answers a preflight by itself, guarded route or not", async () => {
    const { status, headers } = await server.call("http", "OPTIONS /signed", preflight(app));
    assert.equal(status, 204);
    assert.equal(headers.get("access-control-allow-origin"), app);
    assert.equal(headers.get("access-control-allow-methods"), "GET,POST");
    assert.equal(headers.get("access-control-allow-headers"), "authorization");
    assert.equal(headers.get("access-control-allow-credentials"), "true");
    assert.equal(headers.get("access-control-max-age"), "600");
  });

  it("lets a route for ANY take the preflight, and adds its headers", async () => {
    const { status, json, headers } = await server.call("http", "OPTIONS /pets/1/2", preflight(app));
    assert.deepEqual([status, json.routeKey], [200, "ANY /pets/{proxy+}"]);
    assert.equal(headers.get("access-control-allow-methods"), "GET,POST");
  });

  for (const { why, route, status } of [
    { why: "an answer", route: "GET /pets/1", status: 200 },
    { why: "a refusal", route: "GET /signed", status: 403 },
    { why: "an unknown route", route: "GET /nowhere", status: 404 },
  ])
    it(`tells an allowed origin that it may read ${why}, and no other`, async () => {
      const allowed = await server.call("http", route, { headers: { origin: app } });
      const other = await server.call("http", route, { headers: { origin: "https://evil.example" } });
      assert.deepEqual([allowed.status, other.status], [status, status]);
      assert.equal(allowed.headers.get("access-control-allow-origin"), app);
      assert.equal(allowed.headers.get("access-control-expose-headers"), "etag");
      assert.equal(allowed.headers.get("vary"), "origin");
      assert.equal(other.headers.get("access-control-allow-origin"), null);
    });

  it("ignores CORS headers of the function", async () => {
    const answer = { statusCode: 200, headers: { "Access-Control-Allow-Origin": "*" } };
    const { headers } = await server.call("http", "POST /reply", { body: JSON.stringify({ answer }) });
    assert.equal(headers.get("access-control-allow-origin"), null);
  });

  it("says which port is in use, and what to do", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    await assert.rejects(serve(stack, undefined, { ports: { http: port } }), {
      message: `Port ${port} for API "http" is in use; stop the program that listens there, or choose another port.`,
    });
    await new Promise((resolve) => other.close(resolve));
  });
});
