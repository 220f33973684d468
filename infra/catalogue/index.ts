import { attributes } from "./attributes";
import { authorizers } from "./authorizers";
import { clients } from "./clients";
import { functions } from "./functions";
import { groups } from "./groups";
import { queues } from "./queues";
import { routes } from "./routes";
import { resourceServers } from "./scopes";
import { upstreams } from "./upstreams";

/** What the platform offers, the same in every environment. Plain data: nothing here knows Pulumi. */
export const catalogue = {
  resourceServers,
  attributes,
  groups,
  clients,
  functions,
  queues,
  upstreams,
  authorizers,
  routes,
} as const;

export type Catalogue = typeof catalogue;
