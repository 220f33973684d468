import assert from "node:assert/strict";
import { planHttpApi } from "../../../../infra/apis/plan-http-api";
import { planRestApi } from "../../../../infra/apis/plan-rest-api";
import { routeSlug } from "../../../../infra/apis/routes-of";
import { planAuthorizers } from "../../../../infra/authorizers/plan-authorizers";
import { catalogue } from "../../../../infra/catalogue";
import { minutes } from "../../../../infra/catalogue/define/duration";
import { header } from "../../../../infra/catalogue/define/identity-source";
import type { Route } from "../../../../infra/catalogue/define/route";
import type { Settings } from "../../../../infra/config/schema";
import { settingsOf } from "../../../support/settings";

const settings = settingsOf("dev");
const { api } = settings;
const authorizers = planAuthorizers(catalogue.authorizers, settings.authorizers);
const routes: readonly Route[] = catalogue.routes;
const rest = planRestApi(routes, authorizers, settings);
const http = planHttpApi(routes, authorizers, settings);

const withCors = (cors: Partial<Settings["api"]["cors"]>) => ({
  ...settings,
  api: { ...api, cors: { ...api.cors, ...cors } },
});

describe("the plan of the REST API", () => {
  it("makes every path after the one it hangs on", () => {
    const deep: Route[] = [
      { apis: ["rest"], method: "GET", path: "/a/b/{c}", handler: "h", authorizer: "user" },
      { apis: ["rest"], method: "GET", path: "/a", handler: "h", authorizer: "user" },
      { apis: ["rest"], method: "GET", path: "/", handler: "h", authorizer: "user" },
    ];
    assert.deepEqual(planRestApi(deep, authorizers, settings).paths, [
      { path: "/a", parent: "/", part: "a" },
      { path: "/a/b", parent: "/a", part: "b" },
      { path: "/a/b/{c}", parent: "/a/b", part: "{c}" },
    ]);
  });

  it("answers preflights on every path that has a method, with its methods, and a key where one is asked for", () => {
    const preflights = rest.preflights.map(({ path, headers }) => [
      path,
      headers["Access-Control-Allow-Methods"],
      headers["Access-Control-Allow-Headers"],
    ]);
    const withoutKey = "authorization,content-type";
    assert.deepEqual(
      preflights.filter(([path]) => ["/orders", "/orders/{id}", "/partner/orders"].includes(path!)),
      [
        ["/orders", "GET,POST,OPTIONS", withoutKey],
        ["/orders/{id}", "GET,OPTIONS", withoutKey],
        ["/partner/orders", "GET,OPTIONS", `${withoutKey},x-api-key`],
      ],
    );
    assert.deepEqual(
      new Set(preflights.map(([path]) => path)),
      new Set(routes.filter(({ apis }) => apis.includes("rest")).map(({ path }) => path)),
    );
  });

  it("lets pages send the headers that authorizers look at, on the paths and the API where they do", () => {
    const link = {
      kind: "lambda",
      function: "authorizer",
      cacheTtl: minutes(1),
      identity: [header("X-Ticket")],
    } as const;
    const plans = planAuthorizers({ ...catalogue.authorizers, link }, {});
    const guarded = { apis: ["rest", "http"], method: "GET", handler: "orders" } as const;
    const some: readonly Route[] = [
      { ...guarded, path: "/a", authorizer: "link" },
      { ...guarded, path: "/b", authorizer: "user" },
    ];
    const allowed = planRestApi(some, plans, settings).preflights.map(({ path, headers }) => [
      path,
      headers["Access-Control-Allow-Headers"],
    ]);
    assert.deepEqual(Object.fromEntries(allowed), {
      "/a": "authorization,content-type,x-ticket",
      "/b": "authorization,content-type",
    });
    assert.deepEqual(planHttpApi(some, plans, settings).cors.allowHeaders, [
      "authorization",
      "content-type",
      "x-ticket",
    ]);
  });

  it("asks for a key on metered routes alone", () =>
    assert.deepEqual(
      rest.methods.filter(({ apiKeyRequired }) => apiKeyRequired).map(({ slug }) => slug),
      routes.filter(({ metered }) => metered).map(({ method, path }) => routeSlug(method, path)),
    ));
});

describe("the plan of the HTTP API", () => {
  it("lets pages of the listed origins call with exactly the methods that exist", () => {
    assert.deepEqual(http.cors.allowOrigins, api.cors.origins);
    assert.deepEqual(http.cors.allowMethods, ["GET", "POST"]);
    assert.ok(http.cors.allowHeaders.includes("authorization"));
  });

  it("never has a route for any method, which would swallow preflights", () => {
    for (const { routeKey } of http.routes) assert.match(routeKey, /^(GET|POST|PUT|PATCH|DELETE) \//);
  });

  it("carries the same routes as the REST API, under the same authorizers, but for those of one API alone", () => {
    const both = new Set(routes.filter(({ apis }) => apis.length === 2).map(({ method, path }) => `${method} ${path}`));
    const onRest = rest.methods.map(({ method, path, authorization }) => ({
      key: `${method} ${path}`,
      authorizer: authorization.authorizer,
    }));
    const onHttp = http.routes.map(({ routeKey, authorization }) => ({
      key: routeKey,
      authorizer: authorization.authorizer,
    }));
    const shared = (all: typeof onRest) =>
      all.filter(({ key }) => both.has(key)).sort((a, b) => a.key.localeCompare(b.key));
    assert.deepEqual(shared(onHttp), shared(onRest));
    assert.ok(both.size >= 7);
  });

  for (const name of Object.keys(catalogue.authorizers))
    it(`shares ${name} between several routes, as the REST API does`, () => {
      const uses = (all: readonly { authorization: { authorizer?: string } }[]) =>
        all.filter(({ authorization }) => authorization.authorizer === name).length;
      assert.ok(uses(rest.methods) >= 2 && uses(http.routes) >= 2);
    });
});

describe("cross-origin rules", () => {
  for (const { why, origins, header } of [
    { why: "name the one origin", origins: ["https://a.example"], header: "https://a.example" },
    {
      why: "name none of several, as headers are fixed",
      origins: ["https://a.example", "https://b.example"],
      header: "*",
    },
  ])
    it(`${why} in all that the REST API answers itself`, () => {
      const plan = planRestApi(routes, authorizers, withCors({ origins }));
      const quoted = `'${header}'`;
      for (const { responseParameters } of plan.gatewayResponses)
        assert.equal(responseParameters["gatewayresponse.header.Access-Control-Allow-Origin"], quoted);
      for (const { headers } of plan.preflights) assert.equal(headers["Access-Control-Allow-Origin"], header);
      const queued = plan.methods.flatMap(({ integration }) => integration.responses);
      assert.ok(queued.length > 0);
      for (const { responseParameters } of queued)
        assert.equal(responseParameters["method.response.header.Access-Control-Allow-Origin"], quoted);
    });

  it("are the same on both APIs: how long they hold, and what pages may read", () => {
    const changed = withCors({ maxAgeSeconds: 7, exposedHeaders: ["x-request-id", "etag"] });
    const { cors } = planHttpApi(routes, authorizers, changed);
    const onRest = planRestApi(routes, authorizers, changed);
    assert.equal(cors.maxAge, 7);
    assert.deepEqual(cors.exposeHeaders, ["x-request-id", "etag"]);
    assert.equal(onRest.preflights[0]!.headers["Access-Control-Max-Age"], "7");
    assert.equal(
      onRest.gatewayResponses[0]!.responseParameters["gatewayresponse.header.Access-Control-Expose-Headers"],
      "'x-request-id,etag'",
    );
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
