import type { Authorizer } from "../../catalogue/define/authorizer";
import { reaches } from "../../catalogue/define/invoke-pattern";
import type { Route } from "../../catalogue/define/route";
import type { Fault } from "../faults";
import type { Situation } from "./rule";

/** Authorizers of the catalogue that cannot stand on the APIs, and settings for those that have none. */
export function* authorizerRules({ settings, catalogue }: Situation): Generator<Fault> {
  const authorizers: Readonly<Record<string, Authorizer>> = catalogue.authorizers;
  yield* listCatalogueFaults(authorizers, catalogue.routes);
  for (const name of Object.keys(settings.authorizers))
    if (authorizers[name]?.kind === "iam")
      yield {
        path: `authorizers.${name}`,
        found: settings.authorizers[name],
        sentence: "it is an iam authorizer, which has no answers to reuse; take it out",
      };
}

export function* listCatalogueFaults(
  authorizers: Readonly<Record<string, Authorizer>>,
  routes: readonly Route[],
): Generator<Fault> {
  yield* tokenFaults(authorizers);
  yield* audienceFaults(authorizers);
  for (const { method, path, authorizer, scopes } of routes)
    if (scopes && authorizers[authorizer]?.kind === "iam")
      yield {
        path: `the catalogue's scopes of ${method} ${path}`,
        found: scopes,
        sentence: `${authorizer} is an iam authorizer, whose callers have no scopes; take them out`,
      };
  yield* policyFaults(authorizers, routes);
}

/** @see https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html (identitySource) */
function* tokenFaults(authorizers: Readonly<Record<string, Authorizer>>): Generator<Fault> {
  for (const [name, authorizer] of Object.entries(authorizers)) {
    if (authorizer.kind !== "lambda" || authorizer.rest !== "token" || !authorizer.identity) continue;
    const [first, ...others] = authorizer.identity;
    if (others.length > 0 || !("header" in first))
      yield {
        path: `the catalogue's authorizers.${name}.identity`,
        found: authorizer.identity,
        sentence: "a REST TOKEN authorizer takes exactly one header; name one, or leave out rest: token",
      };
  }
}

/** A function takes the tokens of one list of app clients, since a REST API does not say which TOKEN authorizer asks. */
function* audienceFaults(authorizers: Readonly<Record<string, Authorizer>>): Generator<Fault> {
  const first = new Map<string, { readonly name: string; readonly audiences: string }>();
  for (const [name, authorizer] of Object.entries(authorizers)) {
    if (authorizer.kind !== "lambda") continue;
    const audiences = authorizer.audiences ? [...authorizer.audiences].sort().join(", ") : "all";
    const other = first.get(authorizer.function);
    if (other && other.audiences !== audiences)
      yield {
        path: `the catalogue's authorizers.${name}.audiences`,
        found: authorizer.audiences,
        sentence: `${other.name} has ${other.audiences} over the same function ${authorizer.function}; make them alike, or give each a function`,
      };
    if (!other) first.set(authorizer.function, { name, audiences });
  }
}

/**
 * Routes that no policy can tell apart: a caller may call two of them and not the third, whose paths a wildcard of the first
 * reaches, and whose own wildcard reaches the second. A deny wins over every allow.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
function* policyFaults(authorizers: Readonly<Record<string, Authorizer>>, routes: readonly Route[]): Generator<Fault> {
  const functionOf = ({ authorizer }: Route) => {
    const declared = authorizer === undefined ? undefined : authorizers[authorizer];
    return declared?.kind === "lambda" ? declared.function : undefined;
  };
  const guarded = routes.filter((route) => route.apis.includes("rest") && functionOf(route) !== undefined);
  for (const denied of guarded) {
    // What somebody may call who has none of its scopes.
    const others = guarded.filter((route) => functionOf(route) === functionOf(denied) && isOpenWithout(route, denied));
    const wider = others.find((other) => reaches(other, denied));
    const inside = others.find((other) => reaches(denied, other));
    if (wider && inside)
      yield {
        path: `the catalogue's scopes of ${show(denied)}`,
        found: denied.scopes,
        sentence: `no policy can open ${[...new Set([show(wider), show(inside)])].join(" and ")} without it; give them scopes in common, another path, or another authorizer function`,
      };
  }
}

const isOpenWithout = (route: Route, { scopes: denied }: Route) =>
  denied !== undefined && (route.scopes === undefined || route.scopes.some((scope) => !denied.includes(scope)));

const show = ({ method, path }: Route) => `${method} ${path}`;
