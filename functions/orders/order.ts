import { Problem } from "../shared/problem";

export interface Order {
  readonly id: string;
  readonly item: string;
  readonly quantity: number;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

const maxItem = 200;
const maxQuantity = 1000;

/**
 * What a caller may say of an order that is yet to be made.
 * @throws {Problem} 400 naming everything that is wrong with it
 */
export function parseOrder(body: unknown): Pick<Order, "item" | "quantity"> {
  const { item, quantity, ...unknown } = (isRecord(body) ? body : {}) as Record<string, unknown>;
  const faults = [
    ...(isRecord(body) ? [] : ["the body must be an object"]),
    ...(typeof item === "string" && item.length > 0 && item.length <= maxItem
      ? []
      : [`item must be a text of 1 to ${maxItem} characters`]),
    ...(Number.isInteger(quantity) && (quantity as number) >= 1 && (quantity as number) <= maxQuantity
      ? []
      : [`quantity must be a whole number from 1 to ${maxQuantity}`]),
    ...Object.keys(unknown).map((key) => `${key} is not a property of an order`),
  ];
  if (faults.length > 0) throw new Problem(400, "Bad request", `${faults.join("; ")}.`);
  return { item: item as string, quantity: quantity as number };
}

const isRecord = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
