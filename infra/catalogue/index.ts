import { attributes } from "./attributes";
import { authorizers } from "./authorizers";
import { clients } from "./clients";
import { functions } from "./functions";
import { groups } from "./groups";
import { routes } from "./routes";
import { resourceServers } from "./scopes";

/** What the platform offers, the same in every environment. Plain data: nothing here knows Pulumi. */
export const catalogue = { resourceServers, attributes, groups, clients, functions, authorizers, routes } as const;

export type Catalogue = typeof catalogue;
