import assert from "node:assert/strict";
import { signatureKey, signatures } from "../../../../local/engine/values";
import { readHttpApis } from "../../../../local/gateway/read-http-api";
import { readRestApis } from "../../../../local/gateway/read-rest-api";
import { httpApi } from "../../../support/gateway/http-api";
import { restApi } from "../../../support/gateway/rest-api";
import { functionArn, invokeArn, Stack } from "../../../support/gateway/stack";

const uri = invokeArn(functionArn("echo"));
const authorizer = { restApi: "api", type: "REQUEST", authorizerUri: uri };
const custom = { route: "GET /a", authorization: "CUSTOM", authorizerId: "auth", integration: uri };

/** A REST API with one guarded method and the given authorizer. */
function restWith(properties: Record<string, string | number | string[]>, method = custom, api = {}) {
  const stack = new Stack();
  stack.add("aws:apigateway/authorizer:Authorizer", "auth", "auth", properties);
  restApi(stack, "api", [method], api);
  return readRestApis(stack.state().resources)[0];
}

function httpWith(properties: Record<string, string | number | boolean | string[]>, type = "CUSTOM", api = {}) {
  const stack = new Stack();
  const shared = { apiId: "api", authorizerType: "REQUEST", authorizerUri: uri };
  stack.add("aws:apigatewayv2/authorizer:Authorizer", "auth", "auth", { ...shared, ...properties });
  httpApi(stack, "api", [{ key: "GET /a", uri, authorizationType: type, authorizerId: "auth" }], api);
  return readHttpApis(stack.state().resources)[0];
}

describe("a REST API, read from a stack", () => {
  it("has the provider's defaults in its authorizer", () => {
    const { authorization } = restWith({ restApi: "api", authorizerUri: uri })!.routes[0]!;
    assert.deepEqual(authorization, {
      kind: "lambda",
      authorizer: {
        ...{ id: "auth", name: "auth", type: "TOKEN", ttl: 300, validation: undefined },
        identitySources: [{ from: "header", name: "Authorization" }],
        function: { arn: functionArn("echo"), assumesRole: false },
      },
    });
  });

  it("keeps a TTL of 0", () => {
    const { authorization } = restWith({ ...authorizer, authorizerResultTtlInSeconds: 0 })!.routes[0]!;
    assert.equal(authorization.kind === "lambda" && authorization.authorizer.ttl, 0);
  });

  it("takes the issuers from the user pools' ARNs", () => {
    const providerArns = ["arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_A"];
    const properties = { restApi: "api", type: "COGNITO_USER_POOLS", providerArns };
    const { authorization } = restWith(properties, { ...custom, authorization: "COGNITO_USER_POOLS" })!.routes[0]!;
    const issuers = authorization.kind === "cognito" && authorization.authorizer.issuers;
    assert.deepEqual(issuers, ["https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A"]);
  });

  it("follows references and opens secrets", () => {
    const stack = new Stack();
    restApi(stack, "api", [{ route: "GET /a", integration: uri }]);
    const state = stack.state();
    const resources = state.resources.map((resource) => {
      const restApi = { [signatureKey]: signatures.resource, urn: "urn", id: "api" };
      const method = { ...resource.inputs, restApi, httpMethod: { [signatureKey]: signatures.secret, value: "GET" } };
      return resource.type.endsWith(":Method") ? { ...resource, inputs: method, outputs: method } : resource;
    });
    assert.deepEqual(
      readRestApis(resources)[0]?.routes.map(({ method, path }) => `${method} ${path}`),
      ["GET /a"],
    );
  });

  for (const { why, read, message } of [
    {
      why: "an OpenAPI body",
      read: () => restWith(authorizer, custom, { body: "{}" }),
      message: /"api" is defined by an OpenAPI body/,
    },
    {
      why: "no execution ARN",
      read: () => restWith(authorizer, custom, { executionArn: "" }),
      message: /"api" has the executionArn ""/,
    },
    {
      why: "an authorizer that is not there",
      read: () => restWith({ ...authorizer, restApi: "other" }),
      message: /Method "api GET \/a" has authorization CUSTOM with authorizer "auth"/,
    },
    {
      why: "an authorizer of another kind",
      read: () => restWith(authorizer, { ...custom, authorization: "COGNITO_USER_POOLS" }),
      message: /expected an authorizer of that kind/,
    },
    {
      why: "an authorizer without a function",
      read: () => restWith({ restApi: "api", type: "REQUEST" }),
      message: /"auth" has the URI ""; expected a function's invokeArn/,
    },
    {
      why: "an unknown type of authorizer",
      read: () => restWith({ ...authorizer, type: "JWT" }),
      message: /type "JWT"; expected TOKEN, REQUEST/,
    },
    {
      why: "a provider that is no user pool",
      read: () => restWith({ restApi: "api", type: "COGNITO_USER_POOLS", providerArns: ["arn:aws:iam::1:role/x"] }),
      message: /expected that of a Cognito user pool/,
    },
  ])
    it(`cannot be served with ${why}`, () => assert.throws(read, message));
});

describe("an HTTP API, read from a stack", () => {
  it("has the provider's defaults: format 1.0, policies, 300 s, no identity source", () => {
    const { authorization } = httpWith({})!.routes[0]!;
    const { payloadFormat, simpleResponses, ttl, identitySources } =
      authorization.kind === "lambda" ? authorization.authorizer : assert.fail();
    assert.deepEqual(
      { payloadFormat, simpleResponses, ttl, identitySources },
      { payloadFormat: "1.0", simpleResponses: false, ttl: 300, identitySources: [] },
    );
  });

  it("is open where a route names an authorizer but no type", () => {
    const stack = new Stack();
    httpApi(stack, "api", [{ key: "GET /a", uri, authorizerId: "auth" }]);
    assert.deepEqual(readHttpApis(stack.state().resources)[0]?.routes[0]?.authorization, { kind: "none" });
  });

  it("is not a WebSocket API", () => assert.equal(httpWith({}, "CUSTOM", { protocolType: "WEBSOCKET" }), undefined));

  for (const { why, read, message } of [
    {
      why: "an OpenAPI body",
      read: () => httpWith({}, "CUSTOM", { body: "{}" }),
      message: /"api" is defined by its body/,
    },
    {
      why: "a quick create",
      read: () => httpWith({}, "CUSTOM", { target: "x" }),
      message: /"api" is defined by its target/,
    },
    {
      why: "an authorizer of another kind",
      read: () => httpWith({}, "JWT"),
      message: /Route "api GET \/a" has authorization JWT/,
    },
    {
      why: "a JWT authorizer without an issuer",
      read: () => httpWith({ authorizerType: "JWT" }),
      message: /"auth" has no jwtConfiguration\.issuer/,
    },
    {
      why: "an authorizer without a function",
      read: () => httpWith({ authorizerUri: "x" }),
      message: /"auth" has the URI "x"/,
    },
  ])
    it(`cannot be served with ${why}`, () => assert.throws(read, message));
});
