import { groupsFor } from "./define/group";
import type { Scope } from "./scopes";

/** A new group goes here. */
export const groups = groupsFor<Scope>()({
  support: { description: "Look at orders for customers", precedence: 20, scopes: ["orders/read"] },
  operators: { description: "Create orders for customers", precedence: 10, scopes: ["orders/read", "orders/write"] },
});
