import type { Control } from "../control";
import { GuardedPaths } from "../model/guarded-paths";
import { type Api, modelOf, type Route } from "../model/model";
import { families } from "../resource-types";

export const openCatchAllBesideAuthorizedRoute: Control = {
  id: "open-catch-all-beside-authorized-route",
  title: "No open $default, {proxy+} or ANY reaches what an authorized route guards.",
  severity: "critical",
  level: "mandatory",
  types: [...families.restMethod, ...families.restApi, ...families.httpRoute, ...families.httpApi],
  why: "A request that just misses the guarded route, by another verb or a slash more, falls through to the open one.",
  fix: "Give the catch-all the same authorizer, or narrow it to the verbs and paths that are public.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html",
  checkStack: (stack) =>
    modelOf(stack).apis.flatMap((api) =>
      reaching(api).map((route) => ({
        message: `${route.subject} lets anyone reach, without credentials, what an authorized route of the same API guards: ${route.opening}.`,
        urn: route.resource.urn,
      })),
    ),
};

function reaching({ protocol, routes }: Api): readonly Route[] {
  if (protocol === "WEBSOCKET") return [];
  const open = routes.filter((route) => route.opening !== undefined && isCatchAll(route));
  const guarded = routes.filter(({ opening, verb }) => opening === undefined && verb !== "OPTIONS");
  if (open.length === 0 || guarded.length === 0) return [];
  const paths = new GuardedPaths();
  const places = new Set<string>();
  for (const { path, place, verb } of guarded) {
    if (path?.startsWith("/")) paths.add(path, verb ?? "ANY");
    if (place !== undefined) places.add(place);
  }
  return open.filter(({ path, place, verb }) => {
    if (path === "$default") return true;
    if (path !== undefined) return paths.reachedBy(path, verb ?? "ANY");
    return place !== undefined && places.has(place);
  });
}

function isCatchAll({ verb, path }: Route): boolean {
  if (verb === "OPTIONS") return false;
  return verb === "ANY" || path === "$default" || path?.endsWith("+}") === true;
}
