import assert from "node:assert/strict";
import type { Route } from "../../../../infra/catalogue/define/route";
import { operationId } from "../../../../infra/documents/operation-id";
import { body, documentFor, domain, only, place } from "./toys";

describe("an API document", () => {
  for (const { why, kind, edge, url } of [
    { why: "the HTTP API's own domain", kind: "http", edge: { http: domain({}) }, url: "https://api.example.com" },
    { why: "a base path", kind: "rest", edge: { rest: domain({ basePath: "v2" }) }, url: "https://api.example.com/v2" },
    {
      why: "the REST API's default endpoint, stage included",
      kind: "rest",
      edge: { http: domain({}) },
      url: "https://{apiId}.execute-api.eu-west-1.amazonaws.com/v1",
    },
    {
      why: "the HTTP API's default endpoint, whose stage has no name in it",
      kind: "http",
      edge: {},
      url: "https://{apiId}.execute-api.eu-west-1.amazonaws.com",
    },
  ] as const)
    it(`says where it is called: ${why}`, () => {
      const { servers } = documentFor(kind, [], edge);
      assert.deepEqual(
        servers.map((server) => server.url),
        [url],
      );
      const variables = Object.keys(servers[0]!.variables ?? {});
      assert.deepEqual(variables, url.includes("{apiId}") ? ["apiId"] : []);
    });

  for (const { kind, callers, description } of [
    { kind: "rest", callers: undefined, description: "Reachable from everywhere" },
    {
      kind: "rest",
      callers: { accounts: [], vpcEndpoints: ["vpce-0123456789abcdef0"], addresses: [] },
      description: "Reachable through vpce-0123456789abcdef0 alone",
    },
    {
      kind: "rest",
      callers: { accounts: [], vpcEndpoints: [], addresses: ["192.0.2.0/24"] },
      description: "Reachable from certain networks and AWS accounts alone",
    },
    {
      kind: "http",
      callers: { accounts: [], vpcEndpoints: ["vpce-0123456789abcdef0"], addresses: [] },
      description: "Reachable from everywhere",
    },
  ] as const)
    it(`says from where the ${kind} API can be called: ${description}`, () =>
      assert.equal(documentFor(kind, [], callers && { callers }).servers[0]!.description, description));

  it("has parameters of the path, of the query, and of the authorizer", () => {
    const request = {
      path: { id: { type: "string", pattern: "^a" } },
      query: { properties: { page: { type: "integer" }, sort: { type: "string" } }, required: ["page"] },
    };
    const { parameters = [] } = only("http", { path: "/toys/{id}/{rest+}", authorizer: "partner", request });
    assert.deepEqual(
      parameters.map(({ in: where, name, required, schema }) => [where, name, required, schema]),
      [
        ["path", "id", true, { type: "string", pattern: "^a" }],
        ["path", "rest+", true, { type: "string" }],
        ["query", "page", true, { type: "integer" }],
        ["query", "sort", false, { type: "string" }],
        ["query", "shop", true, { type: "string" }],
      ],
    );
  });

  it("has a parameter once that both the route and its authorizer look at", () => {
    const request = { query: { properties: { shop: { type: "string", minLength: 2 } }, required: ["shop"] } };
    const { parameters = [] } = only("http", { authorizer: "partner", request });
    assert.deepEqual(
      parameters.map(({ name, schema }) => [name, schema]),
      [["shop", { type: "string", minLength: 2 }]],
    );
  });

  it("has schemas with a title once, however often they stand", () => {
    const toy = { title: "Toy", ...body } as const;
    const list = { title: "Toys", type: "object", properties: { toys: { type: "array", items: toy } } } as const;
    const one = {
      ...place,
      path: "/toys/{id}",
      public: "why",
      response: { status: 200, description: "One", body: toy },
    };
    const all = { ...place, public: "why", response: { status: 200, description: "All", body: list } };
    const { components } = documentFor("http", [one, all] as Route[]);
    assert.deepEqual(components.schemas.Toy, toy);
    assert.deepEqual(components.schemas.Toys!.properties, {
      toys: { type: "array", items: { $ref: "#/components/schemas/Toy" } },
    });
  });

  for (const { why, routes, message } of [
    {
      why: "one title for two schemas",
      routes: ["string", "integer"].map((type) => ({
        ...place,
        path: `/${type}`,
        public: "why",
        response: { status: 200, description: "x", body: { title: "Toy", type } },
      })),
      message: /two schemas of the title Toy/,
    },
    {
      why: "a title that is no name",
      routes: [
        {
          ...place,
          public: "why",
          response: { status: 200, description: "x", body: { title: "a/b", type: "string" } },
        },
      ],
      message: /"a\/b"; expected letters/,
    },
    {
      why: "paths that OpenAPI cannot tell apart",
      routes: [
        { ...place, path: "/toys/{id}", public: "why" },
        { ...place, path: "/toys/{toy}", method: "POST", public: "why" },
      ],
      message: /\/toys\/\{id\} and \/toys\/\{toy\} are one to OpenAPI/,
    },
  ])
    it(`refuses ${why}`, () => assert.throws(() => documentFor("http", routes as Route[]), { message }));

  for (const [method, path, id] of [
    ["GET", "/orders", "getOrders"],
    ["GET", "/orders/{id}", "getOrdersId"],
    ["DELETE", "/", "delete"],
    ["GET", "/a/1", "getA_1"],
    ["GET", "/a1", "getA1"],
    ["POST", "/files/{rest+}", "postFilesRest"],
  ] as const)
    it(`calls ${method} ${path} ${id}`, () => assert.equal(operationId({ method, path }), id));
});
