import assert from "node:assert/strict";
import type { ApiKind } from "../../../infra/catalogue/define/route";
import { documentOf, operationsOf, responseFor, schemaCheck } from "../../support/documents";
import type { Served } from "./served";

interface Call {
  readonly why: string;
  readonly apis?: readonly ApiKind[];
  readonly route: string;
  /** Where the route has parameters. */
  readonly at?: string;
  readonly as?: "nobody" | "person by ID token" | "reader";
  readonly key?: boolean;
  readonly type?: string;
  readonly body?: unknown;
  /** On the REST API and on the HTTP API, or on both. */
  readonly status: number | readonly [rest: number, http: number];
}

const both = ["rest", "http"] as const satisfies ApiKind[];
const documents = { rest: documentOf("rest", "dev"), http: documentOf("http", "dev") };
const order = { item: "kite", quantity: 2 };
const address = { name: "Ada", street: "High Street 1", postalCode: "1000", city: "London", country: "GB" };

/** At least one call of every route, and one for every way of being refused that can be had without AWS. */
const calls: readonly Call[] = [
  { why: "the first order", route: "POST /orders", body: order, status: 201 },
  { why: "one's orders", route: "GET /orders", status: 200 },
  { why: "no order", route: "GET /orders/{id}", at: "/orders/none", status: 404 },
  { why: "all orders, line by line", apis: ["rest"], route: "GET /orders/export", status: 200 },
  { why: "a partner's orders", apis: ["rest"], route: "GET /partner/orders", key: true, status: 200 },
  { why: "a shipment", route: "POST /shipments", body: { orderId: "1", address }, status: [202, 200] },
  { why: "a price", route: "GET /prices/{sku}", at: "/prices/KITE-1", status: 200 },
  { why: "who one is", route: "GET /profile", as: "person by ID token", status: 200 },
  { why: "that the platform answers", route: "GET /health", as: "nobody", status: 200 },

  { why: "no token", route: "GET /orders", as: "nobody", status: 401 },
  { why: "no token, where a function judges", route: "GET /orders/{id}", at: "/orders/1", as: "nobody", status: 401 },
  { why: "a missing scope, where a function judges", route: "POST /orders", as: "reader", body: order, status: 403 },
  {
    why: "a missing scope",
    route: "POST /shipments",
    as: "reader",
    body: { orderId: "1", address },
    status: [401, 403],
  },
  { why: "a missing key", apis: ["rest"], route: "GET /partner/orders", status: 403 },
  { why: "a body that lacks things", route: "POST /orders", body: {}, status: 400 },
  { why: "a body that is no JSON", route: "POST /orders", type: "text/plain", body: "kite", status: 415 },
  {
    why: "a message that is no JSON",
    apis: ["rest"],
    route: "POST /shipments",
    type: "text/plain",
    body: "x",
    status: 415,
  },
  { why: "a message that lacks things", apis: ["rest"], route: "POST /shipments", body: {}, status: 400 },
  { why: "a body that is too large", route: "POST /orders", body: "x".repeat(10 * 1024 * 1024 + 1), status: 413 },
];

/** Tests that call every route, and hold the answers to the documents. */
export function answersAreDocumented(served: () => Served) {
  for (const { why, apis = both, route, at, as, key, type, body, status } of calls)
    for (const api of apis)
      it(`answers as the ${api} API's document says: ${why}`, async () => {
        const [method = "", path = ""] = route.split(" ");
        const response = await fetch(served().urlOf(api) + (at ?? path), {
          method,
          headers: {
            ...(as !== "nobody" && { authorization: `Bearer ${tokenOf(served(), as)}` }),
            ...(key && { "x-api-key": served().apiKey }),
            ...(body !== undefined && { "content-type": type ?? "application/json" }),
          },
          ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
        });
        const text = await response.text();
        const expected = typeof status === "number" ? status : status[api === "rest" ? 0 : 1];
        assert.equal(response.status, expected, text);
        assert.equal(faultOf(api, method, path, response, text), "");
      });

  it("is asked for an answer of every route of the documents", () => {
    for (const api of both) {
      const called = new Set(calls.flatMap(({ apis = both, route }) => (apis.includes(api) ? [route] : [])));
      const routes = operationsOf(documents[api]).map(({ verb, path }) => `${verb.toUpperCase()} ${path}`);
      assert.deepEqual([...called].sort(), routes.sort());
    }
  });
}

function tokenOf({ person, reader }: Served, as: Call["as"]): string {
  if (as === "reader") return reader;
  return as === "person by ID token" ? person.id_token : person.access_token;
}

/** How an answer differs from what its document promises; empty when it does not. */
function faultOf(api: ApiKind, method: string, path: string, { status, headers }: Response, text: string): string {
  const document = documents[api];
  const { operation } = operationsOf(document).find((one) => one.path === path && one.verb === method.toLowerCase())!;
  const promised = responseFor(document, operation, status);
  if (promised === undefined) return `${status} is not in the document`;
  const type = headers.get("content-type")?.split(";")[0] ?? "";
  const content = promised.content?.[type] ?? promised.content?.["*/*"];
  if (content === undefined) return `${type} is not in the document for ${status}`;
  if (content.schema === undefined) return "";
  const value = /[/+]json$/.test(type) ? JSON.parse(text) : text;
  return schemaCheck(closed(document), content.schema)(value);
}

/** Answers may grow before their document does; here they may not, so that each member is written down. */
function closed<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(closed) as T;
  const entries = Object.entries(value).map(([key, inner]) => [key, closed(inner)]);
  return { ...Object.fromEntries(entries), ...("properties" in value && { additionalProperties: false }) };
}
