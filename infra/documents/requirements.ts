import type { ApiKind, Route } from "../catalogue/define/route";
import type { SecurityRequirement } from "./model";
import type { Source } from "./source";

/** Names of schemes that are no authorizer's: with hyphens, which the catalogue's names do not have. */
export const apiKey = "api-key";
export const certificate = "client-certificate";
export const idToken = (authorizer: string) => `${authorizer}-id-token`;

/**
 * What a request to a route must carry; any of these. Empty: nothing.
 * @param mutualTls whether callers of the API show a certificate, too
 */
export function requirementsOf(
  route: Route,
  kind: ApiKind,
  authorizers: Source["authorizers"],
  mutualTls: boolean,
): readonly SecurityRequirement[] {
  const always: SecurityRequirement = {
    ...(route.metered && { [apiKey]: [] }),
    ...(mutualTls && { [certificate]: [] }),
  };
  const ways = tokensFor(route, kind, authorizers);
  if (ways.length === 0) return Object.keys(always).length === 0 ? [] : [always];
  return ways.map((way) => ({ ...way, ...always }));
}

/** Which tokens a route takes: the table of docs/authorizers.md. One of the scopes is enough. */
function tokensFor(
  { authorizer, scopes }: Route,
  kind: ApiKind,
  authorizers: Source["authorizers"],
): readonly SecurityRequirement[] {
  if (authorizer === undefined) return [];
  if (scopes) return scopes.map((scope) => ({ [authorizer]: [scope] }));
  if (authorizers[authorizer]!.kind !== "cognito") return [{ [authorizer]: [] }];
  const byIdToken = { [idToken(authorizer)]: [] };
  return kind === "rest" ? [byIdToken] : [{ [authorizer]: [] }, byIdToken];
}
