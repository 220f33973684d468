import type { AppClient } from "../../catalogue/define/client";
import type { ResourceServer } from "../../catalogue/define/scope";
import type { Fault } from "../faults";
import type { Situation } from "./rule";

/** Defaults; AWS raises the number of servers on request. @see https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html */
const limits = { resourceServers: 25, scopesOfServer: 100, scopesOfClient: 50, identityProviders: 300 };

/** What the catalogue and the settings add up to, against Cognito's quotas. */
export function* catalogueRules({ settings, catalogue }: Situation): Generator<Fault> {
  const servers: [string, ResourceServer][] = Object.entries(catalogue.resourceServers);
  const clients: [string, AppClient<string>][] = Object.entries(catalogue.clients);
  const counts: [string, number, number][] = [
    ["the catalogue's resource servers", servers.length, limits.resourceServers],
    ...servers.map(([name, { scopes }]): [string, number, number] => [
      `the catalogue's scopes of ${name}`,
      Object.keys(scopes).length,
      limits.scopesOfServer,
    ]),
    ...clients.map(([name, { scopes }]): [string, number, number] => [
      `the catalogue's scopes of the app client ${name}`,
      scopes.length,
      limits.scopesOfClient,
    ]),
    ["identityProviders", Object.keys(settings.identityProviders).length, limits.identityProviders],
  ];
  for (const [path, found, limit] of counts)
    if (found > limit) yield { path, found, sentence: `Cognito takes ${limit} at most` };
}
