import type { Authorizer } from "../../infra/catalogue/define/authorizer";
import type { Route } from "../../infra/catalogue/define/route";
import type { Settings } from "../../infra/config/schema";
import type { DocumentArgs } from "../../infra/documents/openapi";

/** What an API document is made from, with nothing of the platform's own in it. */
export const toyArgs = (
  routes: readonly Route[],
  authorizers: Readonly<Record<string, Authorizer>> = {},
  edge: Partial<Settings["edge"]> = {},
): DocumentArgs => ({
  catalogue: { ...toys, routes, authorizers },
  settings: {
    domain: { kind: "prefix", prefix: "toys" },
    authorizers: {},
    api: {
      stageName: "v1",
      cors: { origins: ["https://toys.example.com"], maxAgeSeconds: 0, exposedHeaders: [] },
      requestsPerSecond: 1,
      burst: 1,
      stageVariables: {},
      ownsLoggingRole: false,
    },
    edge: { partners: {}, ...edge },
  },
  region: "eu-west-1",
  project: "toys",
  stack: "test",
  version: "1.2.3",
});

const toys: Pick<DocumentArgs["catalogue"], "clients" | "functions" | "queues" | "resourceServers" | "upstreams"> = {
  clients: {
    storefront: { kind: "browser", scopes: ["openid", "s/read"] },
    backoffice: { kind: "web", scopes: ["openid", "s/read", "s/write"] },
    fulfilment: { kind: "machine", scopes: ["t/read"] },
  },
  functions: { orders: { description: "Orders toys" }, profile: { description: "Tells who calls" } },
  queues: { parcels: { description: "Parcels" } },
  upstreams: { rates: { description: "What toys cost" } },
  resourceServers: {
    s: { title: "Shop", scopes: { read: "Look", write: "Buy" } },
    t: { title: "Transport", scopes: { read: "Follow parcels" } },
  },
};
