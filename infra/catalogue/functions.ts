import { defineFunctions, type FunctionName } from "./define/function";

/** A new function goes here; its code into `functions/<name>/handler.ts`. */
export const functions = defineFunctions({
  authorizer: { role: "authorizer", description: "Decides from an access token which routes its bearer may call" },
  orders: { role: "route", description: "Lists, shows and creates the caller's orders", ordersTable: true },
  profile: { role: "route", description: "Tells callers who they are" },
  health: { role: "route", description: "Says that the platform answers", memory: 128 },
});

export type RouteFunction = FunctionName<typeof functions, "route">;
export type AuthorizerFunction = FunctionName<typeof functions, "authorizer">;
