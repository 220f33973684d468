import assert from "node:assert/strict";
import type { ApiKind, Route } from "../../../../infra/catalogue/define/route";
import { body, documentFor, only, place } from "./toys";

describe("the responses of an API document", () => {
  for (const { why, kind, route, statuses, edge } of [
    { why: "a public route", kind: "http", route: { public: "why" }, statuses: "2XX 429 5XX" },
    {
      why: "a public route behind a firewall",
      kind: "rest",
      route: { public: "why" },
      statuses: "2XX 403 429 5XX",
      edge: { firewall: { requestsPerAddress: 100 } },
    },
    {
      why: "a route that checks its parameters",
      kind: "http",
      route: { public: "why", request: { query: { properties: { page: { type: "integer" } } } } },
      statuses: "2XX 400 429 5XX",
    },
    {
      why: "a route with a body",
      kind: "rest",
      route: { method: "POST", authorizer: "tenant", request: { body } },
      statuses: "2XX 400 401 403 413 415 429 5XX",
    },
    {
      why: "a user pool's scopes on REST",
      kind: "rest",
      route: { authorizer: "user", scopes: ["s/read"] },
      statuses: "2XX 401 429 5XX",
    },
    {
      why: "a user pool's scopes on HTTP",
      kind: "http",
      route: { authorizer: "user", scopes: ["s/read"] },
      statuses: "2XX 401 403 429 5XX",
    },
    {
      why: "a route under IAM, without 401,",
      kind: "rest",
      route: { authorizer: "service" },
      statuses: "2XX 403 429 5XX",
    },
    {
      why: "a function's own refusals",
      kind: "http",
      route: { public: "why", response: { status: 201, description: "Made", body, problems: { 404: "Gone" } } },
      statuses: "201 404 429 5XX",
    },
    {
      why: "a queue on REST, its answer mapped,",
      kind: "rest",
      route: { method: "POST", handler: undefined, queue: "parcels", authorizer: "user", scopes: ["s/read"] },
      statuses: "202 400 401 413 415 429 5XX",
    },
    {
      why: "a queue on HTTP, its answer SQS's own,",
      kind: "http",
      route: { method: "POST", handler: undefined, queue: "parcels", authorizer: "user", scopes: ["s/read"] },
      statuses: "200 401 403 413 429 4XX 5XX",
    },
    {
      why: "another team's service",
      kind: "rest",
      route: { handler: undefined, upstream: "rates", authorizer: "tenant" },
      statuses: "2XX 401 403 429 5XX default",
    },
  ] as const)
    it(`lists what ${why} can answer`, () => {
      const { responses } = only(kind, route, edge);
      assert.equal(Object.keys(responses).sort().join(" "), statuses.split(" ").sort().join(" "));
    });

  it("has the refusals of a REST API as problems, and those of an HTTP API as AWS words them", () => {
    const route = { ...place, authorizer: "tenant" } as Route;
    const contentOf = (kind: ApiKind) =>
      Object.keys(documentFor(kind, [route]).components.responses.Forbidden!.content ?? {});
    assert.deepEqual(contentOf("rest"), ["application/problem+json"]);
    assert.deepEqual(contentOf("http"), ["application/json"]);
  });
});
