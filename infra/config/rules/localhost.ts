import type { Fault } from "../faults";
import type { Situation } from "./rule";

/** Plain http, and this machine, only where the environment says so. */
export function* localhostRules({ settings }: Situation): Generator<Fault> {
  if (settings.allowLocalhost) return;
  const urls = Object.entries(settings.clients).flatMap(([client, lists]) =>
    Object.entries(lists).flatMap(([list, all]) =>
      all.map((url, index) => [`clients.${client}.${list}.${index}`, url]),
    ),
  );
  const origins = settings.api.cors.origins.map((origin, index) => [`api.cors.origins.${index}`, origin]);
  for (const [path, found] of [...urls, ...origins] as [string, string][])
    if (/^https?:\/\/localhost([:/]|$)/.test(found))
      yield { path, found, sentence: "allowLocalhost is false here; expected https and another host" };
}
