import { clientsFor, type InteractiveClient } from "./define/client";
import type { Scope } from "./scopes";

/** A new application goes here; its callback URLs, which differ by environment, into Pulumi.<stack>.yaml. */
export const clients = clientsFor<Scope>()({
  storefront: { kind: "browser", scopes: ["openid", "email", "orders/read", "orders/write"] },
  backoffice: { kind: "web", scopes: ["openid", "email", "profile", "orders/read"] },
  courier: { kind: "native", scopes: ["openid", "orders/read"] },
  fulfilment: { kind: "machine", scopes: ["orders/read", "orders/write"], tenant: "warehouse" },
});

export type ClientName = keyof typeof clients;
export type InteractiveClientName = InteractiveClient<typeof clients>;
