import assert from "node:assert/strict";
import type { ApiKind, Route } from "../../../../infra/catalogue/define/route";
import type { SecurityScheme } from "../../../../infra/documents/model";
import { documentFor, domain, only, place } from "./toys";

describe("the security of an API document", () => {
  for (const { why, kind, route, security, edge } of [
    { why: "nothing on a public route", kind: "http", route: { public: "why" }, security: [] },
    {
      why: "any one of the scopes",
      kind: "rest",
      route: { authorizer: "user", scopes: ["s/read", "s/write"] },
      security: [{ user: ["s/read"] }, { user: ["s/write"] }],
    },
    {
      why: "an ID token on REST, where a user pool authorizer has no scopes to check",
      kind: "rest",
      route: { authorizer: "user" },
      security: [{ "user-id-token": [] }],
    },
    {
      why: "either token on HTTP, where no scope tells them apart",
      kind: "http",
      route: { authorizer: "user" },
      security: [{ user: [] }, { "user-id-token": [] }],
    },
    {
      why: "an access token alone for a function",
      kind: "http",
      route: { authorizer: "tenant" },
      security: [{ tenant: [] }],
    },
    { why: "a signature for IAM", kind: "rest", route: { authorizer: "service" }, security: [{ service: [] }] },
    {
      why: "the key of a metered route as well",
      kind: "rest",
      route: { authorizer: "tenant", scopes: ["s/read"], metered: true },
      security: [{ tenant: ["s/read"], "api-key": [] }],
    },
    {
      why: "a certificate where the domain wants one, even on a public route",
      kind: "http",
      route: { public: "why" },
      security: [{ "client-certificate": [] }],
      edge: { http: domain({ mutualTls: { truststore: "s3://b/t.pem" } }) },
    },
  ] as const)
    it(`asks for ${why}`, () => {
      assert.deepEqual(only(kind, route, edge).security, security);
      const document = documentFor(kind, [{ ...place, ...route } as Route], edge);
      assert.deepEqual(
        Object.keys(document.components.securitySchemes).sort(),
        [...new Set(security.flatMap((one) => Object.keys(one)))].sort(),
      );
    });

  for (const { why, authorizer, kind, expected } of [
    {
      why: "has each flow with the scopes that its clients may ask for",
      authorizer: "user",
      kind: "http",
      expected: {
        type: "oauth2",
        flows: {
          authorizationCode: {
            authorizationUrl: "https://toys.auth.eu-west-1.amazoncognito.com/oauth2/authorize",
            tokenUrl: "https://toys.auth.eu-west-1.amazoncognito.com/oauth2/token",
            refreshUrl: "https://toys.auth.eu-west-1.amazoncognito.com/oauth2/token",
            scopes: { openid: "Know who signed in, by an ID token", "s/read": "Look", "s/write": "Buy" },
          },
          clientCredentials: {
            tokenUrl: "https://toys.auth.eu-west-1.amazoncognito.com/oauth2/token",
            scopes: { "t/read": "Follow parcels" },
          },
        },
      },
    },
    {
      why: "is a key where the token has a header of its own",
      authorizer: "partner",
      kind: "rest",
      expected: { type: "apiKey", in: "header", name: "X-Token" },
    },
    {
      why: "is a key where the token is in the query",
      authorizer: "link",
      kind: "rest",
      expected: { type: "apiKey", in: "query", name: "token" },
    },
    {
      why: "is a signature as API Gateway writes it",
      authorizer: "service",
      kind: "rest",
      expected: { type: "apiKey", in: "header", name: "Authorization", "x-amazon-apigateway-authtype": "awsSigv4" },
    },
  ] as const)
    it(`has a security scheme that ${why}`, () => {
      const { description, ...scheme } = schemeOf(kind, authorizer);
      assert.deepEqual(scheme, expected);
      assert.ok(description.length > 0);
    });

  it("says for how long an answer about a token is reused, where it is", () => {
    const { description: onRest } = schemeOf("rest", "user");
    const { description: onHttp } = schemeOf("http", "user");
    assert.match(onRest, /reused for 300 seconds/);
    assert.doesNotMatch(onHttp, /reused/);
    assert.match(schemeOf("http", "tenant").description, /reused for 60 seconds/);
  });

  it("names the clients whose tokens count", () =>
    assert.match(schemeOf("http", "link").description, /^An access token of fulfilment, in the query parameter token/));
});

function schemeOf(kind: ApiKind, authorizer: string): SecurityScheme {
  const route = { ...place, authorizer, ...(authorizer === "user" && { scopes: ["s/read"] }) } as Route;
  return documentFor(kind, [route]).components.securitySchemes[authorizer]!;
}
