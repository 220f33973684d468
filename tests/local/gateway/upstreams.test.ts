import assert from "node:assert/strict";
import { httpApi } from "../../support/gateway/http-api";
import { type Issuer, makeIssuer } from "../../support/gateway/issuer";
import { restApi } from "../../support/gateway/rest-api";
import { serve, type TestGateway } from "../../support/gateway/serve";
import { account, region, Stack } from "../../support/gateway/stack";
import { type Asked, Upstream } from "../../support/gateway/upstream";

const prices = "https://prices.example.com";
const listener = `arn:aws:elasticloadbalancing:${region}:${account}:listener/net/inner/1/2`;
const balancer = `arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/net/inner/1`;

const privateRest = {
  type: "HTTP_PROXY",
  integrationHttpMethod: "GET",
  connectionType: "VPC_LINK",
  connectionId: "link",
  uri: "http://inner.elb.example.com:8080/stock",
};

function declare(issuer: Issuer): Stack {
  const stack = new Stack();
  stack.add("aws:lb/loadBalancer:LoadBalancer", "inner", balancer, { arn: balancer, dnsName: "inner.elb.example.com" });
  stack.add("aws:lb/listener:Listener", "stock", listener, { arn: listener, loadBalancerArn: balancer, port: 8080 });
  stack.add("aws:apigateway/authorizer:Authorizer", "user", "user", {
    ...{ restApi: "rest", name: "user", type: "COGNITO_USER_POOLS", providerArns: [issuer.arn] },
  });
  const guard = { authorization: "COGNITO_USER_POOLS", authorizerId: "user" };
  restApi(stack, "rest", [
    {
      route: "GET /prices/{sku}",
      ...guard,
      integration: {
        ...{ type: "HTTP", integrationHttpMethod: "GET", uri: `${prices}/v2/{sku}` },
        requestParameters: {
          "integration.request.path.sku": "method.request.path.sku",
          "integration.request.querystring.currency": "method.request.querystring.in",
          "integration.request.header.X-Subject": "context.authorizer.claims.sub",
          "integration.request.header.X-Fixed": "'gateway'",
          "integration.request.header.X-Colour": "stageVariables.colour",
        },
      },
      responses: [
        {
          statusCode: "200",
          responseParameters: { "method.response.header.X-Theirs": "integration.response.header.x-own" },
        },
        {
          statusCode: "404",
          selectionPattern: "4\\d{2}",
          responseTemplates: { "application/json": '{"title":"None","path":"$context.path"}' },
        },
      ],
    },
    {
      route: "ANY /proxy/{path+}",
      ...guard,
      integration: {
        ...{ type: "HTTP_PROXY", integrationHttpMethod: "ANY", uri: `${prices}/{path}` },
        requestParameters: { "integration.request.path.path": "method.request.path.path" },
      },
    },
    { route: "GET /stock", integration: privateRest },
    { route: "GET /slow", integration: { type: "HTTP_PROXY", uri: `${prices}/slow`, timeoutMilliseconds: 60 } },
    { route: "GET /elsewhere", integration: { type: "HTTP_PROXY", uri: "https://elsewhere.example.com/" } },
    { route: "GET /inner", integration: { ...privateRest, uri: "http://other.elb.example.com/" } },
    {
      route: "GET /stream",
      integration: { type: "HTTP_PROXY", uri: `${prices}/stream`, responseTransferMode: "STREAM" },
    },
  ]);

  stack.add("aws:apigatewayv2/authorizer:Authorizer", "jwt", "jwt", {
    ...{ apiId: "http", name: "user", authorizerType: "JWT", identitySources: ["$request.header.Authorization"] },
    jwtConfiguration: { issuer: issuer.issuer, audiences: ["app"] },
  });
  const jwt = { authorizationType: "JWT", authorizerId: "jwt" };
  const toPrices = { integrationType: "HTTP_PROXY", integrationMethod: "ANY" };
  httpApi(stack, "http", [
    {
      key: "ANY /prices/{sku}",
      ...jwt,
      uri: {
        ...toPrices,
        integrationUri: `${prices}/v2/{sku}`,
        requestParameters: {
          "overwrite:header.x-subject": "$context.authorizer.claims.sub",
          "append:header.x-trail": "${request.path.sku}@${stageVariables.none}gateway",
          "remove:header.x-secret": "''",
          "overwrite:querystring.page": "1",
        },
        responseParameters: [
          { statusCode: "404", mappings: { "overwrite:statuscode": "410", "append:header.x-why": "gone" } },
        ],
      },
    },
    {
      key: "GET /stock/{sku}",
      uri: { ...toPrices, connectionType: "VPC_LINK", connectionId: "link", integrationUri: listener },
    },
    {
      key: "GET /moved",
      uri: {
        ...toPrices,
        integrationUri: `${prices}/old`,
        requestParameters: { "overwrite:path": "/new${request.path}" },
      },
    },
    {
      key: "GET /token",
      uri: { ...toPrices, integrationUri: prices, requestParameters: { "remove:header.Authorization": "''" } },
    },
    { key: "GET /elsewhere", uri: { ...toPrices, integrationUri: "https://elsewhere.example.com/" } },
  ]);
  return stack;
}

describe("another team's service behind an API", () => {
  const upstream = new Upstream();
  const respond = upstream.respond;
  let server: TestGateway;
  let token = "";

  before(async () => {
    const issuer = await makeIssuer("eu-west-1_Pool00001");
    token = await issuer.sign({ sub: "ada", token_use: "id", aud: "app" });
    await upstream.start();
    const upstreams = { [prices]: upstream.url, stock: `${upstream.url}/inner` };
    server = await serve(declare(issuer), issuer, { upstreams });
  });
  beforeEach(() => {
    upstream.respond = respond;
    server.lines.length = 0;
  });
  after(async () => {
    await server.gateway.close();
    await upstream.close();
  });

  const call = (api: string, route: string, init: RequestInit = {}) =>
    server.call(api, route, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });

  it("gets from an HTTP integration what is mapped, and no token", async () => {
    const { status, json, headers } = await call("rest", "GET /prices/a%2Fb?in=EUR&other=1", {
      headers: { "x-own": "1" },
    });
    const { path, headers: sent } = json as Asked;
    assert.deepEqual([status, path], [200, "/v2/a%2Fb?currency=EUR"]);
    assert.deepEqual([sent["x-subject"], sent["x-fixed"], sent["x-colour"]], ["ada", "gateway", "blue"]);
    assert.deepEqual([sent.authorization, sent["x-own"]], [undefined, undefined]);
    assert.equal(headers.get("x-theirs"), "yes");
    assert.equal(headers.get("x-own"), null);
  });

  it("has its status mapped by the pattern that it fits", async () => {
    upstream.respond = (_, response) => response.writeHead(410).end("secret detail");
    const { status, json } = await call("rest", "GET /prices/x");
    assert.deepEqual([status, json], [404, { title: "None", path: "/v1/prices/x" }]);
  });

  it("gets from a proxy integration the caller's method, query, headers and body, token included", async () => {
    const init = { body: "hello", headers: { "x-a": "1", "content-type": "text/plain" } };
    const { json, headers } = await call("rest", "PUT /proxy/deep/er?a=1&a=2", init);
    const { method, path, body, headers: sent } = json as Asked;
    assert.deepEqual([method, path, body], ["PUT", "/deep/er?a=1&a=2", "hello"]);
    assert.deepEqual([sent.authorization, sent["x-a"]], [`Bearer ${token}`, "1"]);
    assert.equal(headers.get("x-own"), "yes");
    assert.ok(headers.get("x-amzn-remapped-date"), "the date is the upstream's own");
  });

  it("stands behind a VPC link under the name of its listener", async () => {
    const { json } = await call("rest", "GET /stock");
    assert.equal((json as Asked).path, "/inner/stock");
  });

  it("streams through a REST API", async () => {
    upstream.respond = (_, response) => {
      response.write("first");
      setTimeout(() => response.end(" second"), 30);
    };
    assert.equal((await call("rest", "GET /stream")).text, "first second");
  });

  it("gets from an HTTP API the caller's request with what is mapped, and the token, which nobody may map", async () => {
    const init = { headers: { "x-secret": "1", "x-trail": "client" } };
    const { json } = await call("http", "GET /prices/7?page=9&q=a%20b", init);
    const { path, headers: sent } = json as Asked;
    assert.equal(path, "/v2/7?q=a+b&page=1");
    assert.deepEqual([sent["x-subject"], sent["x-secret"], sent["x-trail"]], ["ada", undefined, "client, 7@gateway"]);
    assert.equal(sent.authorization, `Bearer ${token}`);
    assert.equal((await call("http", "GET /token")).status, 501);
  });

  it("has its answer changed by the response parameters of its status", async () => {
    upstream.respond = (_, response) => response.writeHead(404).end("none");
    const { status, text, headers } = await call("http", "GET /prices/7");
    assert.deepEqual([status, text, headers.get("x-why")], [410, "none", "gone"]);
  });

  for (const { route, path } of [
    { route: "GET /stock/7", path: "/inner/stock/7" },
    { route: "GET /moved", path: "/new/moved" },
  ])
    it(`is asked for ${path} by ${route} of an HTTP API`, async () =>
      assert.equal(((await call("http", route)).json as Asked).path, path));

  for (const { why, api, route, status, message } of [
    {
      why: "a public one",
      api: "rest",
      route: "GET /elsewhere",
      status: 504,
      message: "Network error communicating with endpoint",
    },
    { why: "one behind a VPC link", api: "rest", route: "GET /inner", status: 500, message: "Internal server error" },
    { why: "one of an HTTP API", api: "http", route: "GET /elsewhere", status: 503, message: "Service Unavailable" },
  ])
    it(`is not called outside this machine: ${why} is a ${status}, and the log says what to do`, async () => {
      const answer = await call(api, route);
      assert.deepEqual([answer.status, answer.json], [status, { message }]);
      assert.match(
        server.lines.join(),
        /is not on this machine; --upstream https?:\/\/\S+=http:\/\/localhost:<port> sends/,
      );
    });

  it("is a 504 when it is slower than the integration's timeout", async () => {
    upstream.respond = (_, response) => setTimeout(() => response.end(), 500);
    const { status, json } = await call("rest", "GET /slow");
    assert.deepEqual([status, json], [504, { message: "Endpoint request timed out" }]);
  });

  it("is named with its address when nothing listens there", async () => {
    await upstream.close();
    assert.deepEqual(
      [(await call("rest", "GET /stock")).status, (await call("http", "GET /prices/7")).status],
      [500, 503],
    );
    assert.match(
      server.lines.join("\n"),
      /The upstream stock did not answer at http:\/\/127\.0\.0\.1:\d+ \(ECONNREFUSED\)/,
    );
    await upstream.start();
  });
});
