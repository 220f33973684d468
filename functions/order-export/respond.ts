import type { Order } from "../orders/order";
import { type Request, requireCaller } from "../shared/request";
import type { StreamReply } from "../shared/stream";

/** Every order of an owner, newest first, read while they are asked for. */
export type OrdersOf = (owner: string) => AsyncIterable<Order>;

/** All of the caller's orders, one JSON text a line. @see https://github.com/ndjson/ndjson-spec */
export async function respond(request: Request, ordersOf: OrdersOf): Promise<StreamReply> {
  const { subject } = requireCaller(request);
  return { status: 200, type: "application/x-ndjson", chunks: lines(ordersOf(subject)) };
}

async function* lines(orders: AsyncIterable<Order>) {
  for await (const order of orders) yield `${JSON.stringify(order)}\n`;
}
