import { decode } from "./request";

/** What a path template demands of a path. */
type Rank = 0 | 1 | 2;
const literal: Rank = 2;
const parameter: Rank = 1;
const greedy: Rank = 0;

/** How a path fits a template: its parameters, and how specific the template is, segment by segment. */
export interface PathMatch {
  readonly parameters: Readonly<Record<string, string>>;
  readonly ranks: readonly number[];
}

const segments = (path: string): readonly string[] => path.replace(/^\//, "").split("/");

/** Fits `path` to a template such as `/orders/{id}` or `/{proxy+}`, or gives undefined. A greedy parameter takes at least one character. */
export function matchPath(template: string, path: string): PathMatch | undefined {
  const wanted = segments(template);
  const given = segments(path);
  const parameters: Record<string, string> = {};
  const ranks: Rank[] = [];
  for (const [index, want] of wanted.entries()) {
    const rest = given.slice(index).join("/");
    const have = given[index];
    if (/^\{.+\+\}$/.test(want)) {
      if (rest === "") return undefined;
      parameters[want.slice(1, -2)] = decode(rest);
      return { parameters, ranks: [...ranks, greedy] };
    }
    if (have === undefined) return undefined;
    if (/^\{.+\}$/.test(want)) {
      if (have === "") return undefined;
      parameters[want.slice(1, -1)] = decode(have);
      ranks.push(parameter);
    } else if (want === have || want === decode(have)) {
      ranks.push(literal);
    } else {
      return undefined;
    }
  }
  return given.length === wanted.length ? { parameters, ranks } : undefined;
}

/** Positive where `a` is the more specific: decided by the first segment in which they differ. */
function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? -1) - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

export interface RouteMatch<Route> {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Candidate<Route> extends RouteMatch<Route> {
  readonly ranks: readonly number[];
  readonly exactMethod: boolean;
}

function candidates<Route extends { readonly method: string; readonly path?: string }>(
  routes: readonly Route[],
  method: string,
  path: string,
): readonly Candidate<Route>[] {
  return routes
    .flatMap((route) => {
      const match = route.path === undefined ? undefined : matchPath(route.path, path);
      return match ? [{ route, ...match, exactMethod: route.method === method }] : [];
    })
    .sort((a, b) => compareRanks(b.ranks, a.ranks) || Number(b.exactMethod) - Number(a.exactMethod));
}

/**
 * Finds the method of a REST API: first the most specific resource, then the method on that resource, or its `ANY`.
 * A resource without a fitting method does not fall back to a less specific one; whether AWS ever does is not documented,
 * and a refusal is the safe reading.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html
 */
export function matchRestRoute<Route extends { readonly method: string; readonly path: string }>(
  routes: readonly Route[],
  method: string,
  path: string,
): RouteMatch<Route> | undefined {
  const all = candidates(routes, method, path);
  const resource = all[0]?.route.path;
  return all.find(({ route }) => route.path === resource && (route.method === method || route.method === "ANY"));
}

/**
 * Finds the route of an HTTP API: among those for this method or `ANY`, the most specific path, then the exact method, and
 * `$default` (the route without a path) when no path fits.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html#http-api-develop-routes.evaluation
 */
export function matchHttpRoute<Route extends { readonly method: string; readonly path?: string }>(
  routes: readonly Route[],
  method: string,
  path: string,
): RouteMatch<Route> | undefined {
  const eligible = routes.filter((route) => route.method === method || route.method === "ANY");
  const fallback = routes.find((route) => route.path === undefined);
  return candidates(eligible, method, path)[0] ?? (fallback && { route: fallback, parameters: {} });
}
