import assert from "node:assert/strict";
import { functionEnvironment } from "../../../../local/lambda/environment";
import { functionName, type LambdaFunction, readFunctions } from "../../../../local/lambda/function";
import { mayInvoke, readPermissions } from "../../../../local/lambda/permission";
import { isThisMachine, keysPath } from "../../../../local/lambda/worker/network";
import { executionArn, functionArn, Stack } from "../../../support/gateway/stack";

describe("a Lambda permission", () => {
  const api = executionArn("abc");
  for (const { why, fn = "echo", source, principal, asked, may } of [
    { why: "covers every method of its API", source: `${api}/*/*`, asked: `${api}/v1/GET/orders/*`, may: true },
    { why: "covers a $default stage and route", source: `${api}/*/*`, asked: `${api}/$default/$default`, may: true },
    { why: "does not cover another API", source: `${executionArn("xyz")}/*/*`, asked: `${api}/v1/GET/a`, may: false },
    {
      why: "does not cover an authorizer by one for methods of a stage",
      source: `${api}/v1/*`,
      asked: `${api}/authorizers/a1`,
      may: false,
    },
    {
      why: "covers the authorizer that it names",
      source: `${api}/authorizers/a1`,
      asked: `${api}/authorizers/a1`,
      may: true,
    },
    {
      why: "does not cover another authorizer",
      source: `${api}/authorizers/a1`,
      asked: `${api}/authorizers/a2`,
      may: false,
    },
    { why: "covers everything without a source", source: undefined, asked: `${api}/v1/GET/a`, may: true },
    {
      why: "is for its principal alone",
      source: undefined,
      principal: "s3.amazonaws.com",
      asked: `${api}/v1/GET/a`,
      may: false,
    },
    { why: "is for its function alone", fn: "other", source: undefined, asked: `${api}/v1/GET/a`, may: false },
    {
      why: "may name its function by ARN",
      fn: functionArn("echo"),
      source: undefined,
      asked: `${api}/v1/GET/a`,
      may: true,
    },
  ])
    it(why, () => {
      const stack = new Stack();
      stack.permission(fn, source, principal);
      assert.equal(mayInvoke(readPermissions(stack.state().resources), "apigateway.amazonaws.com", "echo", asked), may);
    });
});

it("a Lambda permission is for its action alone", () => {
  const permission = { functionName: "echo", action: "lambda:InvokeFunctionUrl", principal: "*" };
  assert.equal(mayInvoke([permission], "apigateway.amazonaws.com", "echo", executionArn("abc")), false);
  assert.equal(
    mayInvoke([{ ...permission, action: "lambda:*" }], "apigateway.amazonaws.com", "echo", executionArn("abc")),
    true,
  );
});

describe("a Lambda function", () => {
  it("has Lambda's defaults", () => {
    const stack = new Stack();
    stack.lambda("echo", "");
    const [fn] = readFunctions(stack.state().resources);
    assert.deepEqual([fn?.timeout, fn?.memory, fn?.environment], [3, 128, {}]);
  });

  for (const { text, name } of [
    { text: "echo", name: "echo" },
    { text: functionArn("echo"), name: "echo" },
    { text: `${functionArn("echo")}:live`, name: "echo" },
  ])
    it(`is ${name} in ${text}`, () => assert.equal(functionName(text), name));

  it("has its own environment before what is added, and that before Lambda's", () => {
    const shared = { handler: "index.handler", runtime: "nodejs24.x", timeout: 3, memory: 128, code: undefined };
    const fn: LambdaFunction = { name: "echo", arn: functionArn("echo"), environment: { A: "own" }, ...shared };
    const environment = functionEnvironment(fn, "/task", { A: "added", B: "added", AWS_REGION: "eu-north-1" });
    assert.deepEqual([environment.A, environment.B, environment.AWS_REGION], ["own", "added", "eu-north-1"]);
    assert.equal(environment.AWS_EXECUTION_ENV, "AWS_Lambda_nodejs24.x");
  });
});

describe("the network of a function", () => {
  for (const { url, path } of [
    {
      url: "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A/.well-known/jwks.json",
      path: "/cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A/.well-known/jwks.json",
    },
    {
      url: "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A/.well-known/openid-configuration",
      path: undefined,
    },
    { url: "https://cognito-idp.eu-west-1.amazonaws.com.evil.example/x/.well-known/jwks.json", path: undefined },
    { url: "http://cognito-idp.eu-west-1.amazonaws.com/x/.well-known/jwks.json", path: undefined },
  ])
    it(`${path ? "redirects" : "leaves"} ${url}`, () => assert.equal(keysPath(new URL(url)), path));

  for (const { host, own } of [
    { host: "localhost", own: true },
    { host: "127.0.0.53", own: true },
    { host: "::1", own: true },
    { host: "127.0.0.1.evil.example", own: false },
    { host: "169.254.169.254", own: false },
  ])
    it(`${own ? "takes" : "does not take"} ${host} for this machine`, () => assert.equal(isThisMachine(host), own));
});
