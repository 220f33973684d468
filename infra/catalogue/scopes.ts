import { defineResourceServers, listScopes, type ScopeOf } from "./define/scope";

/** A new scope goes here; whoever may ask for it is listed in `clients.ts`. */
export const resourceServers = defineResourceServers({
  orders: {
    title: "Orders",
    scopes: {
      read: "List and view your orders",
      write: "Create orders",
    },
  },
});

export type Scope = ScopeOf<typeof resourceServers>;
export const scopes: readonly Scope[] = listScopes(resourceServers);
