import assert from "node:assert/strict";
import type { JWTPayload } from "jose";
import { httpApi } from "../../support/gateway/http-api";
import { type Issuer, makeIssuer } from "../../support/gateway/issuer";
import { authorization, serve, type TestGateway } from "../../support/gateway/serve";
import { executionArn, functionArn, Stack } from "../../support/gateway/stack";

describe("an HTTP API with a JWT authorizer", () => {
  let issuer: Issuer;
  let server: TestGateway;

  before(async () => {
    issuer = await makeIssuer("eu-west-1_Pool00001");
    const stack = new Stack();
    stack.lambda("echo", "exports.handler = async (event) => event.requestContext;");
    stack.permission("echo", `${executionArn("http")}/*/*`);
    stack.add("aws:apigatewayv2/authorizer:Authorizer", "user", "user-id", {
      ...{ apiId: "http", name: "user", authorizerType: "JWT", identitySources: ["$request.header.Authorization"] },
      jwtConfiguration: { issuer: issuer.issuer, audiences: ["client"] },
    });
    const guarded = { uri: functionArn("echo"), authorizationType: "JWT", authorizerId: "user-id" };
    httpApi(stack, "http", [
      { key: "GET /any", ...guarded },
      { key: "GET /orders", ...guarded, scopes: ["orders/read", "orders/admin"] },
      { key: "GET /open", uri: functionArn("echo"), authorizerId: "user-id" },
      { key: "GET /signed", ...guarded, authorizationType: "AWS_IAM" },
    ]);
    server = await serve(stack, issuer);
  });
  after(() => server.gateway.close());

  const seconds = () => Math.floor(server.now() / 1000);
  const access = { token_use: "access", client_id: "client", scope: "orders/read profile" };
  const rows: readonly { why: string; claims: () => JWTPayload; path?: string; status: number; says?: RegExp }[] = [
    { why: "an access token with one of the scopes", claims: () => access, status: 200 },
    { why: "scopes under scp", claims: () => ({ client_id: "client", scp: ["orders/admin"] }), status: 200 },
    { why: "a token without any of the scopes", claims: () => ({ ...access, scope: "orders/write" }), status: 403 },
    { why: "an ID token where no scopes are asked", claims: () => ({ aud: "client" }), path: "/any", status: 200 },
    { why: "an expired token", claims: () => ({ ...access, exp: seconds() - 1 }), status: 401, says: /expired/ },
    {
      why: "a token that is not yet valid",
      claims: () => ({ ...access, nbf: seconds() + 9 }),
      status: 401,
      says: /not yet/,
    },
    { why: "a token from the future", claims: () => ({ ...access, iat: seconds() + 9 }), status: 401, says: /future/ },
    { why: "a token of another client", claims: () => ({ ...access, client_id: "x" }), status: 401, says: /audience/ },
    {
      why: "a wrong aud, whatever client_id says",
      claims: () => ({ ...access, aud: "x" }),
      status: 401,
      says: /audience/,
    },
    { why: "one right aud of several", claims: () => ({ ...access, aud: ["x", "client"] }), status: 200 },
    { why: "another issuer", claims: () => ({ ...access, iss: "https://evil.example" }), status: 401, says: /issuer/ },
  ];
  for (const { why, claims, path = "/orders", status, says } of rows)
    it(`answers ${status} to ${why}`, async () => {
      const reply = await server.call("http", `GET ${path}`, authorization(`Bearer ${await issuer.sign(claims())}`));
      assert.equal(reply.status, status);
      if (status === 403) assert.deepEqual(reply.json, { message: "Forbidden" });
      if (status === 401) assert.deepEqual(reply.json, { message: "Unauthorized" });
      if (says) assert.match(reply.headers.get("www-authenticate") ?? "", says);
    });

  for (const { why, route, init, status } of [
    { why: "no token", route: "GET /orders", init: {}, status: 401 },
    { why: "garbage", route: "GET /orders", init: authorization("Bearer garbage"), status: 401 },
    { why: "a route that names an authorizer but no type", route: "GET /open", init: {}, status: 200 },
    { why: "a route that wants a signature of AWS", route: "GET /signed", init: {}, status: 403 },
  ])
    it(`answers ${status} to ${why}`, async () =>
      assert.equal((await server.call("http", route, init)).status, status));

  it("takes the bare token too, and hands claims and scopes to the function", async () => {
    const exp = seconds() + 60;
    const token = await issuer.sign({ ...access, exp, "cognito:groups": ["admin", "staff"] });
    const { json } = await server.call("http", "GET /orders", authorization(token));
    const { claims, scopes } = json.authorizer.jwt;
    assert.deepEqual(scopes, ["orders/read", "profile"]);
    assert.equal(claims["cognito:groups"], "[admin staff]");
    assert.equal(claims.exp, String(exp));
    assert.deepEqual(server.records.at(-1)?.authorizer, { name: "user", outcome: "verified" });
  });

  it("gives null for the scopes of a route that asks for none", async () => {
    const { json } = await server.call("http", "GET /any", authorization(await issuer.sign(access)));
    assert.equal(json.authorizer.jwt.scopes, null);
  });
});
