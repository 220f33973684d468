import { catalogue } from "../../infra/catalogue";
import type { ApiKind, Route } from "../../infra/catalogue/define/route";

/** A route as far as this function decides about it. */
export type GuardedRoute = Pick<Route, "method" | "path"> & { readonly scopes?: readonly string[] };

/** The routes of one API whose authorizer is a Lambda function, this one. */
export const guardedRoutes = (api: ApiKind): readonly GuardedRoute[] =>
  (catalogue.routes as readonly Route[]).filter(
    ({ apis, authorizer }) => apis.includes(api) && authorizer !== undefined && isLambda(authorizer),
  );

/** Scopes are alternatives, as they are for API Gateway's own authorizers. A route without scopes takes any access token. */
export const mayCall = ({ scopes }: GuardedRoute, held: readonly string[]) =>
  scopes === undefined || scopes.some((scope) => held.includes(scope));

const isLambda = (name: string) => catalogue.authorizers[name as keyof typeof catalogue.authorizers].kind === "lambda";
