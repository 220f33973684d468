import assert from "node:assert/strict";
import { type Issuer, makeIssuer } from "../../support/gateway/issuer";
import { restApi } from "../../support/gateway/rest-api";
import { authorization, serve, type TestGateway } from "../../support/gateway/serve";
import { executionArn, Stack } from "../../support/gateway/stack";

describe("a REST API with a Cognito user pool authorizer", () => {
  let issuer: Issuer;
  let foreign: Issuer;
  let server: TestGateway;

  before(async () => {
    issuer = await makeIssuer("eu-west-1_Pool00001");
    foreign = await makeIssuer("eu-west-1_Pool00001");
    const stack = new Stack();
    const echo = stack.lambda(
      "echo",
      "exports.handler = async (event) => ({ statusCode: 200, body: JSON.stringify(event) });",
    );
    stack.permission("echo", `${executionArn("rest")}/*/*`);
    stack.add("aws:apigateway/authorizer:Authorizer", "user", "user-id", {
      ...{ restApi: "rest", name: "user", type: "COGNITO_USER_POOLS", providerArns: [issuer.arn] },
      authorizerResultTtlInSeconds: 60,
    });
    const guarded = { authorization: "COGNITO_USER_POOLS", authorizerId: "user-id", integration: echo };
    restApi(stack, "rest", [
      { route: "GET /id", ...guarded },
      { route: "GET /orders/{id}", ...guarded, scopes: ["orders/read", "orders/admin"] },
      { route: "GET /open", integration: echo },
    ]);
    server = await serve(stack, issuer);
  });
  after(() => server.gateway.close());

  const access = (claims = {}) =>
    issuer.sign({ token_use: "access", client_id: "client", scope: "orders/read", ...claims });
  const id = (claims = {}) => issuer.sign({ token_use: "id", aud: "client", ...claims });

  const unauthorized = { message: "Unauthorized" };
  const expired = { message: "The incoming token has expired" };
  const bearer = async (token: Promise<string>) => authorization(`Bearer ${await token}`);
  const past = () => Math.floor(server.now() / 1000) - 1;
  const otherPool = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Other0001";
  for (const { why, path, init, status, body } of [
    { why: "no token", path: "/id", init: async () => ({}), status: 401, body: unauthorized },
    { why: "garbage", path: "/id", init: async () => authorization("Bearer x.y.z"), status: 401, body: unauthorized },
    { why: "an ID token where no scopes are asked", path: "/id", init: () => bearer(id()), status: 200 },
    { why: "the bare token, without Bearer", path: "/id", init: async () => authorization(await id()), status: 200 },
    {
      why: "an access token where none are",
      path: "/id",
      init: () => bearer(access()),
      status: 401,
      body: unauthorized,
    },
    {
      why: "an ID token where scopes are",
      path: "/orders/1",
      init: () => bearer(id()),
      status: 401,
      body: unauthorized,
    },
    { why: "an access token with one of the scopes", path: "/orders/1", init: () => bearer(access()), status: 200 },
    {
      ...{ why: "an access token without any of the scopes", path: "/orders/1", status: 401, body: unauthorized },
      init: () => bearer(access({ scope: "orders/write" })),
    },
    {
      ...{ why: "an expired token", path: "/orders/1", status: 401, body: expired },
      init: () => bearer(access({ exp: past() })),
    },
    {
      ...{ why: "a token that another key signed", path: "/id", status: 401, body: unauthorized },
      init: () => bearer(foreign.sign({ token_use: "id" })),
    },
    {
      ...{ why: "a token of another user pool", path: "/id", status: 401, body: unauthorized },
      init: () => bearer(id({ iss: otherPool })),
    },
    { why: "no token on an open method", path: "/open", init: async () => ({}), status: 200 },
  ])
    it(`answers ${status} to ${why}`, async () => {
      const reply = await server.call("rest", `GET ${path}`, await init());
      assert.equal(reply.status, status);
      if (body) assert.deepEqual(reply.json, body);
    });

  it("hands the claims to the function as strings", async () => {
    const token = await access({ "cognito:groups": ["admin", "staff"], auth_time: 7 });
    const { json } = await server.call("rest", "GET /orders/a%20b?x=1&x=2", authorization(`Bearer ${token}`));
    const { claims } = json.requestContext.authorizer;
    assert.equal(claims.scope, "orders/read");
    assert.equal(claims.auth_time, "7");
    assert.equal(claims["cognito:groups"], "admin,staff");
    assert.deepEqual(json.pathParameters, { id: "a b" });
    assert.deepEqual(json.multiValueQueryStringParameters, { x: ["1", "2"] });
    assert.equal(json.resource, "/orders/{id}");
    assert.equal(json.requestContext.path, "/v1/orders/a%20b");
    assert.deepEqual(json.stageVariables, { colour: "blue" });
  });

  it("remembers a token for the authorizer's TTL, though not beyond the token's own expiry", async () => {
    const exp = Math.floor(server.now() / 1000) + 50;
    const call = async () => server.call("rest", "GET /id", authorization(await token));
    const token = id({ exp });
    for (const [outcome, status] of [
      ["verified", 200],
      ["cached", 200],
    ] as const) {
      assert.equal((await call()).status, status);
      assert.deepEqual(server.records.at(-1)?.authorizer, { name: "user", outcome });
    }
    server.advance(51);
    assert.deepEqual((await call()).json, expired);
    assert.deepEqual(server.records.at(-1)?.authorizer, { name: "user", outcome: "refused" });
  });

  it("names the error for clients as AWS does", async () => {
    const { headers } = await server.call("rest", "GET /id");
    assert.equal(headers.get("x-amzn-errortype"), "UnauthorizedException");
    assert.match(headers.get("x-amzn-requestid") ?? "", /^[0-9a-f-]{36}$/);
  });
});
