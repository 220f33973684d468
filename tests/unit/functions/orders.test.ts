import assert from "node:assert/strict";
import type { Order } from "../../../functions/orders/order";
import { respond } from "../../../functions/orders/respond";
import type { OrderStore } from "../../../functions/orders/store";
import type { Request } from "../../../functions/shared/request";

/** A store in memory, by owner. */
function memoryStore(): OrderStore {
  const kept = new Map<string, Order[]>();
  const of = (owner: string) => kept.get(owner) ?? [];
  return {
    list: async (owner) => of(owner).toReversed(),
    async *all(owner) {
      yield* of(owner).toReversed();
    },
    get: async (owner, id) => of(owner).find((order) => order.id === id),
    add: async (owner, order) => void kept.set(owner, [...of(owner), order]),
  };
}

const tea = { item: "tea", quantity: 2 };
const request = (subject: string | undefined, method: string, id?: string, body?: unknown): Request => ({
  method,
  path: id === undefined ? {} : { id },
  query: {},
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

  it("take from the body what an order has, and no owner of the caller's choice", async () => {
    const { body } = await ask("ada", "POST", undefined, { ...tea, owner: "bob", id: "mine" });
    assert.deepEqual(body, { id: "o-1", ...tea, createdAt: "2026-01-02T03:04:05.000Z" });
  });
});
