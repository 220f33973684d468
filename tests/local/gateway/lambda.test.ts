import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { type LambdaRuntime, startLambda } from "../../../local/lambda/runtime";
import { type Issuer, makeIssuer } from "../../support/gateway/issuer";
import { archive, functionArn, Stack } from "../../support/gateway/stack";

/** As a program bundles its functions: everything in one CommonJS file but the AWS SDK, which Lambda ships. */
const verifier = buildSync({
  stdin: {
    contents: `
      import { CognitoJwtVerifier } from "aws-jwt-verify";
      import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
      const verifier = CognitoJwtVerifier.create({ userPoolId: process.env.POOL, tokenUse: "access", clientId: "client" });
      export const handler = async ({ token }) => ({ sub: (await verifier.verify(token)).sub, sdk: typeof DynamoDBClient });`,
    resolveDir: __dirname,
  },
  ...{ bundle: true, write: false, platform: "node", format: "cjs", external: ["@aws-sdk/*"] },
}).outputFiles[0]!.text;

const pool = "eu-west-1_Pool00001";

describe("a Lambda function on this machine", () => {
  let issuer: Issuer;
  let lambda: LambdaRuntime;
  const lines: string[] = [];

  before(async () => {
    issuer = await makeIssuer(pool);
    const stack = new Stack();
    const environment = { variables: { POOL: pool, GREETING: "hello" } };
    stack.lambda("verifier", verifier, { environment });
    stack.lambda("environment", "exports.handler = async () => process.env;", { environment });
    stack.lambda("context", "exports.handler = async (e, c) => ({ ...c, left: c.getRemainingTimeInMillis() });", {
      memorySize: 256,
    });
    stack.lambda("fetcher", "exports.handler = async ({ url }) => (await fetch(url)).text();");
    stack.lambda(
      "get",
      `exports.handler = ({ url }) => new Promise((resolve, reject) =>
      require(new URL(url).protocol.slice(0, -1)).get(url, (r) => resolve(r.statusCode)).on("error", reject));`,
    );
    stack.lambda(
      "thrower",
      `class OutOfStock extends Error { name = "OutOfStock"; } exports.handler = () => { throw new OutOfStock("no more"); };`,
    );
    stack.lambda(
      "talker",
      `exports.handler = async () => { console.log("one\\ntwo"); console.error("three"); process.stdout.write("four"); };`,
    );
    stack.lambda(
      "slow",
      "let calls = 0; exports.handler = ({ ms }) => new Promise((done) => setTimeout(() => done(++calls), ms));",
      { timeout: 0.4 },
    );
    stack.lambda("exit", "exports.handler = () => process.exit(7);");
    stack.lambda("module", "", {
      code: archive({
        "app/main.mjs": `import { get } from "node:https";
          export const run = ({ url }) => new Promise((resolve, reject) =>
            get(url, ({ statusCode }) => resolve({ statusCode, file: import.meta.url })).on("error", reject));`,
      }),
      handler: "app/main.run",
    });
    stack.lambda("folder", "", { code: { ...archive({}), assets: {} } });
    stack.lambda("nothing", "exports.other = 1;");
    stack.lambda("callback", "exports.handler = (event, context, done) => done(null, 'called back');");
    stack.lambda("callback22", "exports.handler = (event, context, done) => done(null, 'called back');", {
      runtime: "nodejs22.x",
    });
    stack.lambda("python", "", { runtime: "python3.13" });
    stack.lambda("escape", "", { code: archive({ "../../escaped.js": "" }) });
    lambda = await startLambda({
      state: stack.state(join(__dirname, "..", "..", "..")),
      keys: (name) => (name === issuer.issuer ? issuer.jwks : undefined),
      environment: { AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:1" },
      onLog: ({ functionName, line }) => lines.push(`${functionName}: ${line}`),
    });
  });
  after(() => lambda.close());

  // biome-ignore lint/suspicious/noExplicitAny: every function answers in a shape of its own.
  const payload = async (name: string, event: unknown = {}): Promise<any> => {
    const result = await lambda.invoke(name, event);
    assert.equal(result.kind, "returned", JSON.stringify(result));
    return result.kind === "returned" ? result.payload : undefined;
  };

  it("verifies a token with the pool's keys, by an unmodified bundle that leaves out the AWS SDK", async () => {
    const token = await issuer.sign({ token_use: "access", client_id: "client" });
    assert.deepEqual(await payload("verifier", { token }), { sub: "user", sdk: "function" });
  });

  it("sees its own environment and Lambda's, and nothing of this process", async () => {
    process.env.SECRET_OF_THIS_PROCESS = "1";
    const environment = await payload("environment");
    delete process.env.SECRET_OF_THIS_PROCESS;
    assert.equal(environment.GREETING, "hello");
    assert.equal(environment.AWS_REGION, "eu-west-1");
    assert.equal(environment.AWS_LAMBDA_FUNCTION_NAME, "environment");
    assert.equal(environment.AWS_ENDPOINT_URL_DYNAMODB, "http://127.0.0.1:1");
    assert.deepEqual([environment.SECRET_OF_THIS_PROCESS, environment.HOME], [undefined, undefined]);
  });

  it("gets a context", async () => {
    const context = await payload("context");
    assert.equal(context.invokedFunctionArn, functionArn("context"));
    assert.equal(context.memoryLimitInMB, "256");
    assert.ok(context.left > 2000 && context.left <= 3000);
  });

  for (const { why, name, url } of [
    { why: "fetch", name: "fetcher", url: "https://example.com/" },
    { why: "https", name: "get", url: "https://example.com/" },
    { why: "http to an address", name: "get", url: "http://192.0.2.1/" },
    { why: "a user pool's other paths", name: "get", url: `https://cognito-idp.eu-west-1.amazonaws.com/${pool}/x` },
  ])
    it(`reaches nothing outside by ${why}`, async () => {
      const result = await lambda.invoke(name, { url });
      assert.equal(result.kind, "failed");
      const host = new URL(url).host;
      assert.ok(lines.join("\n").includes(`This function tried to reach ${host}`), lines.at(-1));
    });

  it("reaches this machine, and keys by fetch too", async () => {
    const server = createServer((_, response) => response.end("here")).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const url = `http://localhost:${(server.address() as AddressInfo).port}/`;
    assert.equal(await payload("fetcher", { url }), "here");
    assert.equal(await payload("get", { url }), 200);
    assert.deepEqual(
      JSON.parse(await payload("fetcher", { url: `${issuer.issuer}/.well-known/jwks.json` })),
      issuer.jwks,
    );
    assert.equal(await payload("get", { url: `${issuer.issuer}X/.well-known/jwks.json` }), 404);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  for (const { why, name, errorType, errorMessage } of [
    { why: "an error of its own", name: "thrower", errorType: "OutOfStock", errorMessage: /^no more$/ },
    { why: "the end of its process", name: "exit", errorType: "Runtime.ExitError", errorMessage: /exit status 7/ },
    {
      why: "a handler that is not there",
      name: "nothing",
      errorType: "Runtime.HandlerNotFound",
      errorMessage: /index\.handler/,
    },
    {
      why: "a callback handler on Node.js 24",
      name: "callback",
      errorType: "Runtime.CallbackHandlerDeprecated",
      errorMessage: /callback/,
    },
    {
      why: "another runtime",
      name: "python",
      errorType: "Runtime.Unavailable",
      errorMessage: /"python" cannot run: its runtime is "python3\.13"/,
    },
    { why: "code without files", name: "folder", errorType: "Runtime.Unavailable", errorMessage: /empty archive/ },
    {
      why: "code that leaves its folder",
      name: "escape",
      errorType: "Runtime.Unavailable",
      errorMessage: /leaves the archive/,
    },
  ])
    it(`fails with ${errorType} for ${why}`, async () => {
      const result = await lambda.invoke(name, {});
      assert.equal(result.kind === "failed" && result.errorType, errorType);
      assert.match(result.kind === "failed" ? result.errorMessage : "", errorMessage);
    });

  it("takes a callback handler before Node.js 24", async () => {
    assert.equal(await payload("callback22"), "called back");
  });

  it("runs an ES module in a folder, whose imports are confined too", async () => {
    const { statusCode, file } = await payload("module", { url: `${issuer.issuer}/.well-known/jwks.json` });
    assert.equal(statusCode, 200);
    assert.match(file, /app\/main\.mjs$/);
  });

  it("has its output logged line by line", async () => {
    await payload("talker");
    assert.deepEqual(
      lines.filter((line) => line.startsWith("talker")),
      ["one", "two", "three", "four"].map((line) => `talker: ${line}`),
    );
  });

  it("keeps its state between calls, takes them in turn, and starts afresh after a timeout", async () => {
    assert.deepEqual(await Promise.all([payload("slow", { ms: 1 }), payload("slow", { ms: 0 })]), [1, 2]);
    const late = await lambda.invoke("slow", { ms: 5000 });
    assert.match(late.kind === "failed" ? late.errorMessage : "", /Task timed out after 0\.40 seconds/);
    assert.equal(await payload("slow", { ms: 0 }), 1);
    assert.equal(lambda.invocations().slow, 4);
  });
});
