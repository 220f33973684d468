import type { RequestSchema } from "./define/request";

/** What a new order says. Whose it is, the token says. */
export const newOrder = {
  body: {
    type: "object",
    description: "An order that is yet to be made",
    properties: {
      item: { type: "string", minLength: 1, maxLength: 200 },
      quantity: { type: "integer", minimum: 1, maximum: 1000 },
    },
    required: ["item", "quantity"],
    additionalProperties: false,
  },
} as const satisfies RequestSchema;

/** What the warehouse is told of an order that is ready. */
export const newShipment = {
  body: {
    type: "object",
    description: "An order that is ready to be sent, and where to",
    properties: {
      orderId: { type: "string", minLength: 1, maxLength: 64 },
      address: {
        type: "object",
        properties: {
          name: { type: "string", minLength: 1, maxLength: 200 },
          street: { type: "string", minLength: 1, maxLength: 200 },
          postalCode: { type: "string", minLength: 1, maxLength: 16 },
          city: { type: "string", minLength: 1, maxLength: 100 },
          country: { type: "string", description: "ISO 3166-1 alpha-2", pattern: "^[A-Z]{2}$" },
        },
        required: ["name", "street", "postalCode", "city", "country"],
        additionalProperties: false,
      },
    },
    required: ["orderId", "address"],
    additionalProperties: false,
  },
} as const satisfies RequestSchema;

/** Whose price is asked for. */
export const oneSku = {
  path: { sku: { type: "string", pattern: "^[A-Z0-9-]{1,40}$" } },
} as const satisfies RequestSchema;
