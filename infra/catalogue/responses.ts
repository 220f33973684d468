import type { JsonSchema } from "./define/request";
import type { ResponseSchema } from "./define/response";

const order = {
  title: "Order",
  type: "object",
  properties: {
    id: { type: "string" },
    item: { type: "string" },
    quantity: { type: "integer" },
    createdAt: { type: "string", format: "date-time", description: "UTC" },
  },
  required: ["id", "item", "quantity", "createdAt"],
} as const satisfies JsonSchema;

const orders = {
  title: "Orders",
  type: "object",
  properties: { orders: { type: "array", items: order } },
  required: ["orders"],
} as const satisfies JsonSchema;

const texts = { type: "array", items: { type: "string" } } as const satisfies JsonSchema;

export const listedOrders = {
  status: 200,
  description: "The caller's orders, newest first, 100 at the most",
  body: orders,
} as const satisfies ResponseSchema;

export const oneOrder = {
  status: 200,
  description: "The order",
  body: order,
  problems: { 404: "The caller has no order of this id; another's does not exist either" },
} as const satisfies ResponseSchema;

export const madeOrder = {
  status: 201,
  description: "The order, as it was made",
  body: order,
} as const satisfies ResponseSchema;

export const exportedOrders = {
  status: 200,
  description: "All of the caller's orders, newest first",
  type: "application/x-ndjson",
  body: { type: "string", description: "One Order a line, as JSON" },
} as const satisfies ResponseSchema;

export const whoCalls = {
  status: 200,
  description: "Who the caller is",
  body: {
    title: "Caller",
    type: "object",
    properties: {
      subject: { type: "string", description: "The user, or the app client where no person is involved" },
      clientId: { type: "string", description: "The app client that asked for the token" },
      scopes: { ...texts, description: "What the access token permits; none for an ID token" },
      groups: { ...texts, description: "Groups that the user is in" },
      tenant: { type: "string", description: "The customer on whose behalf the caller acts" },
      email: { type: "string", description: "From an ID token only" },
    },
    required: ["subject", "clientId", "scopes", "groups"],
  },
} as const satisfies ResponseSchema;

export const healthy = {
  status: 200,
  description: "The platform answers",
  body: {
    title: "Health",
    type: "object",
    properties: { status: { type: "string", enum: ["ok"] } },
    required: ["status"],
  },
} as const satisfies ResponseSchema;
