import assert from "node:assert/strict";
import { httpApi } from "../../support/gateway/http-api";
import { restApi } from "../../support/gateway/rest-api";
import { serve, type TestGateway } from "../../support/gateway/serve";
import { executionArn, functionArn, region, Stack } from "../../support/gateway/stack";

const streaming = (body: string) =>
  `exports.handler = awslambda.streamifyResponse(async (event, stream, context) => { ${body} });`;
const begin = (metadata: string) => `const out = awslambda.HttpResponseStream.from(stream, ${metadata});`;
const pause = "await new Promise((done) => setTimeout(done, 40));";

const functions = {
  export: streaming(`
    ${begin('{ statusCode: 206, headers: { "Content-Type": "text/csv", "X-Who": event.requestContext.stage }, cookies: ["a=1", "b=2"] }')}
    out.write("id\\n"); ${pause} out.write(context.functionName + "\\n"); out.end();`),
  piped: streaming(`
    ${begin("{}")}
    const { pipeline } = require("node:stream/promises");
    await pipeline(require("node:stream").Readable.from([Buffer.from([0, 1]), Buffer.from([255])]), out);`),
  empty: streaming(`${begin("{ statusCode: 204 }")} out.end();`),
  bare: streaming(`stream.write("no metadata"); stream.end();`),
  early: streaming(`throw new Error("before");`),
  late: streaming(`${begin("{}")} out.write("half"); ${pause} throw new Error("afterwards");`),
  plain: `exports.handler = async () => ({ statusCode: 200, body: "whole" });`,
  json: streaming(`stream.end(JSON.stringify({ statusCode: 200, body: "collected" }));`),
};

describe("a function that streams its answer", () => {
  let server: TestGateway;

  before(async () => {
    const stack = new Stack();
    for (const [name, source] of Object.entries(functions)) {
      stack.lambda(name, source);
      stack.permission(name, `${executionArn("rest")}/*`);
      stack.permission(name, `${executionArn("http")}/*`);
    }
    const uri = (name: string) =>
      `arn:aws:apigateway:${region}:lambda:path/2021-11-15/functions/${functionArn(name)}/response-streaming-invocations`;
    restApi(
      stack,
      "rest",
      Object.keys(functions).map((name) => ({
        route: `GET /${name}`,
        integration: { type: "AWS_PROXY", uri: uri(name), responseTransferMode: "STREAM" },
      })),
    );
    httpApi(stack, "http", [{ key: "GET /json", uri: functionArn("json") }]);
    server = await serve(stack);
  });
  after(() => server.gateway.close());

  const url = (path: string) => `${server.gateway.apis[0]?.url}${path}`;

  it("reaches the caller as it comes, under the status and headers of its metadata", async () => {
    const response = await fetch(url("/export"));
    assert.equal(response.status, 206);
    assert.deepEqual([response.headers.get("content-type"), response.headers.get("x-who")], ["text/csv", "v1"]);
    assert.deepEqual(response.headers.getSetCookie(), ["a=1", "b=2"]);
    const arrivals: { readonly text: string; readonly at: number }[] = [];
    for await (const chunk of response.body!)
      arrivals.push({ text: Buffer.from(chunk).toString(), at: performance.now() });
    assert.deepEqual(
      arrivals.map(({ text }) => text),
      ["id\n", "export\n"],
    );
    assert.ok(arrivals[1]!.at - arrivals[0]!.at > 20, "the first line came while the second was being made");
  });

  it("may be piped, bytes and all, with 200 for a status", async () => {
    const response = await fetch(url("/piped"));
    assert.equal(response.status, 200);
    assert.deepEqual([...Buffer.from(await response.arrayBuffer())], [0, 1, 255]);
  });

  for (const { why, path, status } of [
    { why: "metadata and nothing else", path: "/empty", status: 204 },
    { why: "a stream without metadata", path: "/bare", status: 502 },
    { why: "a failure before the first byte", path: "/early", status: 502 },
    { why: "a handler that does not stream", path: "/plain", status: 502 },
  ])
    it(`is a ${status} with ${why}`, async () => assert.equal((await fetch(url(path))).status, status));

  it("breaks off when it fails on the way, and the log says why", async () => {
    const response = await fetch(url("/late"));
    assert.equal(response.status, 200);
    await assert.rejects(response.text());
    assert.match(server.lines.join("\n"), /late: Error: afterwards/);
  });

  it("is collected for an API that does not stream, and can be called again after a failure", async () => {
    assert.equal((await server.call("http", "GET /json")).text, "collected");
    assert.equal((await fetch(url("/early"))).status, 502);
    assert.equal((await fetch(url("/early"))).status, 502);
  });
});
