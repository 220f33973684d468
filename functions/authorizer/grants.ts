import type { ApiKind, Route } from "../../infra/catalogue/define/route";

/** A route as far as this function decides about it. */
export type GuardedRoute = Pick<Route, "method" | "path"> & {
  readonly authorizer: string;
  readonly scopes?: readonly string[];
};

/** The routes of one API behind these authorizers: no others are this function's business. */
export const guardedRoutes = (
  routes: readonly Route[],
  api: ApiKind,
  authorizers: readonly string[],
): readonly GuardedRoute[] =>
  routes.flatMap(({ apis, method, path, authorizer, scopes }) =>
    authorizer !== undefined && authorizers.includes(authorizer) && apis.includes(api)
      ? [{ method, path, authorizer, ...(scopes && { scopes }) }]
      : [],
  );

/** Scopes are alternatives, as they are for API Gateway's own authorizers. A route without scopes takes any access token. */
export const mayCall = ({ scopes }: GuardedRoute, held: readonly string[]) =>
  scopes === undefined || scopes.some((scope) => held.includes(scope));
