import type { Reply } from "../shared/answer";
import { Problem } from "../shared/problem";
import { type Request, requireCaller } from "../shared/request";
import type { NewOrder, Order } from "./order";
import type { OrderStore } from "./store";

interface Surroundings {
  readonly store: OrderStore;
  /** Sorts by time of creation, so that newest first is the reverse of the keys' order. */
  readonly newId: () => string;
  readonly now: () => Date;
}

/** Lists, shows or creates orders of the caller's own. Another's order does not exist for the caller: 404, not 403. */
export async function respond(request: Request, { store, newId, now }: Surroundings): Promise<Reply> {
  const { subject } = requireCaller(request);
  const { id } = request.path;
  switch (request.method) {
    case "GET": {
      if (id === undefined) return { status: 200, body: { orders: await store.list(subject) } };
      const order = await store.get(subject, id);
      if (!order) throw new Problem(404, "Not found", "You have no order of this id.");
      return { status: 200, body: order };
    }
    case "POST": {
      const { item, quantity } = request.json() as NewOrder;
      const order: Order = { id: newId(), item, quantity, createdAt: now().toISOString() };
      await store.add(subject, order);
      return { status: 201, body: order };
    }
    default:
      throw new Problem(405, "Method not allowed", "Orders can be listed, shown and created.");
  }
}
