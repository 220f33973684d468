import assert from "node:assert/strict";
import { planHttpApi } from "../../../../infra/apis/plan-http-api";
import { planRestApi } from "../../../../infra/apis/plan-rest-api";
import { fingerprint } from "../../../../infra/apis/rest-stage";
import { routeSlug } from "../../../../infra/apis/routes-of";
import { planAuthorizers } from "../../../../infra/authorizers/plan-authorizers";
import { catalogue } from "../../../../infra/catalogue";
import type { Route } from "../../../../infra/catalogue/define/route";
import { settingsOf } from "../../../support/settings";

const { api, authorizers: overrides } = settingsOf("dev");
const authorizers = planAuthorizers(catalogue.authorizers, overrides);
const routes: readonly Route[] = catalogue.routes;
const rest = planRestApi(routes, authorizers, api);
const http = planHttpApi(routes, authorizers, api);

describe("the plan of the REST API", () => {
  it("makes every path after the one it hangs on", () => {
    const deep: Route[] = [
      { apis: ["rest"], method: "GET", path: "/a/b/{c}", handler: "h", authorizer: "user" },
      { apis: ["rest"], method: "GET", path: "/a", handler: "h", authorizer: "user" },
      { apis: ["rest"], method: "GET", path: "/", handler: "h", authorizer: "user" },
    ];
    assert.deepEqual(planRestApi(deep, authorizers, api).paths, [
      { path: "/a", parent: "/", part: "a" },
      { path: "/a/b", parent: "/a", part: "b" },
      { path: "/a/b/{c}", parent: "/a/b", part: "{c}" },
    ]);
  });

  it("answers preflights on every path that has a method, with its methods", () => {
    const methods = rest.preflights.map(({ path, headers }) => [path, headers["Access-Control-Allow-Methods"]]);
    assert.deepEqual(methods, [
      ["/orders", "GET,POST,OPTIONS"],
      ["/orders/{id}", "GET,OPTIONS"],
      ["/profile", "GET,OPTIONS"],
      ["/health", "GET,OPTIONS"],
    ]);
  });

  it("gives refusals CORS headers, as one fixed origin or as any", () => {
    const origins = (corsOrigins: string[]) =>
      planRestApi(routes, authorizers, { ...api, corsOrigins }).gatewayResponses.map(
        ({ responseParameters }) => responseParameters["gatewayresponse.header.Access-Control-Allow-Origin"],
      );
    assert.deepEqual(origins(["https://a.example"]), ["'https://a.example'", "'https://a.example'"]);
    assert.deepEqual(origins(["https://a.example", "https://b.example"]), ["'*'", "'*'"]);
  });

  it("deploys again when anything that the deployment holds changes, and only then", () => {
    const same = planRestApi(structuredClone(routes), authorizers, structuredClone(api));
    assert.equal(fingerprint(same), fingerprint(rest));
    const { tenant } = overrides;
    const ttl = planAuthorizers(catalogue.authorizers, {
      ...overrides,
      tenant: { cacheTtlSeconds: tenant!.cacheTtlSeconds + 1 },
    });
    const withoutScopes = routes.map((route) => ({ ...route, scopes: undefined })) as unknown as Route[];
    for (const changed of [
      planRestApi(routes, ttl, api),
      planRestApi(routes.slice(1), authorizers, api),
      planRestApi(withoutScopes, authorizers, api),
      planRestApi(routes, authorizers, { ...api, corsOrigins: ["https://b.example"] }),
    ])
      assert.notEqual(fingerprint(changed), fingerprint(rest));
    const throttled = planRestApi(routes, authorizers, { ...api, requestsPerSecond: 1 });
    assert.equal(fingerprint(throttled), fingerprint(rest), "throttling is the stage's, not the deployment's");
  });
});

describe("the plan of the HTTP API", () => {
  it("lets pages of the listed origins call with exactly the methods that exist", () => {
    assert.deepEqual(http.cors.allowOrigins, api.corsOrigins);
    assert.deepEqual(http.cors.allowMethods, ["GET", "POST"]);
    assert.ok(http.cors.allowHeaders.includes("authorization"));
  });

  it("carries the same routes as the REST API, under the same authorizers", () => {
    const onRest = rest.methods.map(({ method, path, authorization }) => [
      `${method} ${path}`,
      authorization.authorizer,
    ]);
    const onHttp = http.routes.map(({ routeKey, authorization }) => [routeKey, authorization.authorizer]);
    assert.deepEqual(onHttp, onRest);
  });

  for (const name of Object.keys(catalogue.authorizers))
    it(`shares ${name} between several routes, as the REST API does`, () => {
      const uses = (all: readonly { authorization: { authorizer?: string } }[]) =>
        all.filter(({ authorization }) => authorization.authorizer === name).length;
      assert.ok(uses(rest.methods) >= 2 && uses(http.routes) >= 2);
    });
});

describe("a route's slug", () => {
  for (const [method, path, slug] of [
    ["GET", "/", "get"],
    ["GET", "/orders/{id}", "get-orders-id"],
    ["POST", "/files/{proxy+}", "post-files-proxy"],
  ] as const)
    it(`of ${method} ${path} is ${slug}`, () => assert.equal(routeSlug(method, path), slug));
});
