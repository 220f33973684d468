export interface Order extends NewOrder {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** What a caller says of an order that is yet to be made; the schema of its route holds it to that. */
export interface NewOrder {
  readonly item: string;
  readonly quantity: number;
}
