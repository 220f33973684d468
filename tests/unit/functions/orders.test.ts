import assert from "node:assert/strict";
import type { Order } from "../../../functions/orders/order";
import { respond } from "../../../functions/orders/respond";
import type { OrderStore } from "../../../functions/orders/store";
import { answer, type Request } from "../../../functions/shared/answer";

/** A store in memory, by owner. */
function memoryStore(): OrderStore {
  const kept = new Map<string, Order[]>();
  const of = (owner: string) => kept.get(owner) ?? [];
  return {
    list: async (owner) => of(owner).toReversed(),
    get: async (owner, id) => of(owner).find((order) => order.id === id),
    add: async (owner, order) => void kept.set(owner, [...of(owner), order]),
  };
}

const tea = { item: "tea", quantity: 2 };
const request = (subject: string | undefined, method: string, id?: string, body?: unknown): Request => ({
  method,
  path: id === undefined ? {} : { id },
  ...(subject && { caller: { subject, clientId: "c", scopes: [], groups: [] } }),
  json: () => body,
});

describe("orders", () => {
  let store: OrderStore;
  let count: number;
  const ask = (...args: Parameters<typeof request>) =>
    respond(request(...args), { store, newId: () => `o-${++count}`, now: () => new Date("2026-01-02T03:04:05Z") });

  beforeEach(() => {
    store = memoryStore();
    count = 0;
  });

  it("are created, shown and listed, newest first", async () => {
    const made = await ask("ada", "POST", undefined, tea);
    assert.deepEqual(made, { status: 201, body: { id: "o-1", ...tea, createdAt: "2026-01-02T03:04:05.000Z" } });
    await ask("ada", "POST", undefined, tea);
    assert.deepEqual(await ask("ada", "GET", "o-1"), { status: 200, body: made.body });
    const { body } = await ask("ada", "GET");
    assert.deepEqual(
      (body as { orders: Order[] }).orders.map(({ id }) => id),
      ["o-2", "o-1"],
    );
  });

  it("of another caller do not exist", async () => {
    await ask("ada", "POST", undefined, tea);
    await assert.rejects(ask("bob", "GET", "o-1"), { status: 404 });
    assert.deepEqual(await ask("bob", "GET"), { status: 200, body: { orders: [] } });
  });

  it("are nobody's without a caller", async () => {
    await assert.rejects(ask(undefined, "GET"), { status: 401 });
  });

  for (const { why, body, detail } of [
    { why: "no object", body: [tea], detail: /must be an object/ },
    { why: "no item", body: { quantity: 1 }, detail: /item must be a text of 1 to 200/ },
    { why: "a blank item and half a piece", body: { item: "", quantity: 0.5 }, detail: /item must.*; quantity must/ },
    {
      why: "too many",
      body: { item: "tea", quantity: 1001 },
      detail: /quantity must be a whole number from 1 to 1000/,
    },
    { why: "an owner of the caller's choice", body: { ...tea, owner: "bob" }, detail: /owner is not a property/ },
  ])
    it(`are refused with ${why}`, async () => {
      await assert.rejects(ask("ada", "POST", undefined, body), (problem: { status: number; detail: string }) => {
        assert.equal(problem.status, 400);
        assert.match(problem.detail, detail);
        return true;
      });
    });
});

describe("an answer", () => {
  const rest = (extra: object = {}) => ({
    httpMethod: "POST",
    headers: {},
    requestContext: {},
    body: null,
    isBase64Encoded: false,
    ...extra,
  });
  const http = (extra: object = {}) => ({
    version: "2.0",
    headers: {},
    requestContext: { http: { method: "POST" } },
    isBase64Encoded: false,
    ...extra,
  });
  const echo = answer(async ({ method, json }) => ({ status: 200, body: { method, body: json() } }));

  for (const { why, event } of [
    { why: "a REST API", event: rest({ body: '{"a":1}' }) },
    { why: "an HTTP API", event: http({ body: '{"a":1}' }) },
    { why: "an HTTP API that encoded the body", event: http({ body: "eyJhIjoxfQ==", isBase64Encoded: true }) },
  ])
    it(`is the same through ${why}`, async () => {
      const { statusCode, body } = await echo(event as never);
      assert.deepEqual([statusCode, JSON.parse(body!)], [200, { method: "POST", body: { a: 1 } }]);
    });

  it("says as a problem what the caller did wrong", async () => {
    const { statusCode, headers, body } = await echo(rest({ body: "{" }) as never);
    assert.equal(statusCode, 400);
    assert.equal(headers?.["content-type"], "application/problem+json");
    assert.deepEqual(JSON.parse(body!), { title: "Bad request", status: 400, detail: "The body is not JSON." });
  });

  it("says nothing of what broke inside, and logs it", async () => {
    const logged: unknown[] = [];
    const log = console.error;
    console.error = (...args) => logged.push(...args);
    try {
      const failing = answer(async () => {
        throw new Error("table gone");
      });
      const { statusCode, body } = await failing(rest() as never);
      assert.equal(statusCode, 500);
      assert.doesNotMatch(body!, /table gone/);
      assert.match(String(logged[0]), /table gone/);
    } finally {
      console.error = log;
    }
  });

  it("lets listed origins read it, and no others", async () => {
    process.env.CORS_ORIGINS = "https://a.example,https://b.example";
    try {
      for (const [origin, allowed] of [
        ["https://b.example", "https://b.example"],
        ["https://c.example", undefined],
      ]) {
        const { headers } = await echo(rest({ headers: { Origin: origin }, body: "{}" }) as never);
        assert.equal(headers?.["access-control-allow-origin"], allowed);
      }
    } finally {
      delete process.env.CORS_ORIGINS;
    }
  });
});
