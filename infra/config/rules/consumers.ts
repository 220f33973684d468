import type { AppClient } from "../../catalogue/define/client";
import { listScopes } from "../../catalogue/define/scope";
import type { Fault } from "../faults";
import type { Situation } from "./rule";

/** Default; AWS raises it on request. @see https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html */
const scopesOfClient = 50;

/** Scopes of the catalogue are given in the catalogue, so that they are the same everywhere. */
export function* consumerRules({ settings, catalogue }: Situation): Generator<Fault> {
  const own: readonly string[] = listScopes(catalogue.resourceServers);
  const clients: [string, AppClient<string>][] = Object.entries(catalogue.clients);
  for (const [client, { scopes }] of clients) {
    const added = settings.consumers.scopes[client] ?? [];
    for (const [index, found] of added.entries())
      if (own.includes(found))
        yield {
          path: `consumers.scopes.${client}.${index}`,
          found,
          sentence: "the catalogue has this scope; give it to the client in infra/catalogue/clients.ts",
        };
    const count = scopes.length + added.length;
    if (added.length > 0 && count > scopesOfClient)
      yield {
        path: `consumers.scopes.${client}`,
        found: added.length,
        sentence: `with the catalogue's it has ${count} scopes; Cognito takes ${scopesOfClient} at most`,
      };
  }
}
