import type { Authorizer } from "../catalogue/define/authorizer";
import type { AppClient } from "../catalogue/define/client";
import type { Route } from "../catalogue/define/route";
import type { ResourceServer } from "../catalogue/define/scope";

type ByName<T> = Readonly<Record<string, T>>;

/** As much of a catalogue as API documents tell. */
export interface Source {
  readonly authorizers: ByName<Authorizer>;
  readonly clients: ByName<AppClient<string>>;
  readonly functions: ByName<Described>;
  readonly queues: ByName<Described>;
  readonly upstreams: ByName<Described>;
  readonly resourceServers: ByName<ResourceServer>;
  readonly routes: readonly Route[];
}

interface Described {
  readonly description: string;
}
