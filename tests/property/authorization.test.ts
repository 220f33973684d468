import assert from "node:assert/strict";
import * as fc from "fast-check";
import { planHttpApi } from "../../infra/apis/plan-http-api";
import { planRestApi } from "../../infra/apis/plan-rest-api";
import { planAuthorizers } from "../../infra/authorizers/plan-authorizers";
import type { IdentitySource } from "../../infra/catalogue/define/identity-source";
import type { ApiKind, Route } from "../../infra/catalogue/define/route";
import { type Issuer, makeIssuer } from "../support/gateway/issuer";
import { settingsOf } from "../support/settings";
import { catalogues, clients, type RandomCatalogue, scopes } from "./catalogues";
import { type Caller, makeCallers, makeGate } from "./gate";

const settings = settingsOf("dev");
/** How many `makeCallers` makes; checked below. */
const callerCount = 24;

describe("any catalogue", () => {
  let issuer: Issuer;
  let callers: Caller[];
  let known: ReadonlyMap<string, Caller>;

  before(async () => {
    issuer = await makeIssuer("eu-west-1_Ours00001");
    const stranger = await makeIssuer("eu-west-1_Strange01");
    const sets = [[], ...scopes.map((scope) => [scope]), [...scopes]];
    callers = await makeCallers(issuer, stranger, sets);
    assert.equal(callers.length, callerCount);
    known = new Map(callers.flatMap((caller) => (caller.token ? [[caller.token, caller]] : [])));
  });

  it("puts an authorizer of its own API before every route that is not public, and none before the others", () => {
    fc.assert(
      fc.property(catalogues, ({ authorizers, routes }) => {
        const plans = planAuthorizers(authorizers, {});
        const rest = planRestApi(routes, plans, settings);
        const http = planHttpApi(routes, plans, settings);
        const planned = new Map<string, { readonly type: string; readonly authorizer?: string }>([
          ...rest.methods.map((plan) => [`rest ${plan.method} ${plan.path}`, plan.authorization] as const),
          ...http.routes.map((plan) => [`http ${plan.routeKey}`, plan.authorization] as const),
        ]);
        assert.equal(planned.size, routes.flatMap(({ apis }) => apis).length);
        for (const { apis, method, path, authorizer } of routes)
          for (const api of apis) {
            const authorization = planned.get(`${api} ${method} ${path}`)!;
            const isIam = authorizer !== undefined && authorizers[authorizer]?.kind === "iam";
            assert.equal(authorization.type === "NONE", authorizer === undefined);
            assert.equal(authorization.type === "AWS_IAM", isIam);
            assert.equal(authorization.authorizer, isIam ? undefined : authorizer);
            const there = api === "rest" ? rest.authorizers : http.authorizers;
            if (authorization.authorizer) assert.ok(there.includes(authorization.authorizer));
          }
      }),
    );
  });

  it("opens to each caller just the routes that are meant for them, on either API, whatever was asked and cached before", () =>
    fc.assert(
      fc.asyncProperty(catalogues, fc.infiniteStream(fc.nat()), async (catalogue, picks) => {
        const gate = makeGate(catalogue, issuer, known);
        const pick = <T>(list: readonly T[]): T => list[picks.next().value % list.length]!;
        for (let call = 0; call < 60; call++) {
          const route = pick(catalogue.routes);
          const caller = pick(callers);
          const api = pick(route.apis);
          const opened = await gate.opens(api, route, caller);
          assert.equal(opened, isMeant(catalogue, api, route, caller), say(api, route, caller));
        }
      }),
      { numRuns: 200 },
    ));

  it("opens the same routes to the same callers on both APIs, but for the listed differences", () =>
    fc.assert(
      fc.asyncProperty(
        catalogues,
        fc.shuffledSubarray([...Array(callerCount).keys()], { minLength: 3, maxLength: 6 }),
        async (catalogue, chosen) => {
          const gate = makeGate(catalogue, issuer, known);
          for (const route of catalogue.routes.filter(({ apis }) => apis.length === 2))
            for (const caller of chosen.map((index) => callers[index]!)) {
              const rest = await gate.opens("rest", route, caller);
              const http = await gate.opens("http", route, caller);
              const difference = differenceOf(catalogue, route, caller);
              if (rest !== http)
                assert.ok(difference, `${rest} on REST, ${http} on HTTP: ${say("rest", route, caller)}`);
            }
        },
      ),
      { numRuns: 150 },
    ));
});

/** The listed differences, as far as they decide who passes: audiences, and the kind of token where no scope is asked for. */
function differenceOf({ authorizers }: RandomCatalogue, { authorizer, scopes: asked }: Route, caller: Caller): boolean {
  const declared = authorizer === undefined ? undefined : authorizers[authorizer];
  if (declared?.kind !== "cognito") return false;
  const isOther = declared.audiences !== undefined && !declared.audiences.includes(caller.client as "storefront");
  return isOther || (asked === undefined && caller.kind === "access");
}

/** What the declaration means, in its own words. */
function isMeant(
  { authorizers }: RandomCatalogue,
  api: ApiKind,
  { authorizer, scopes: asked }: Route,
  caller: Caller,
): boolean {
  if (authorizer === undefined) return true;
  const declared = authorizers[authorizer]!;
  // The local gateway checks no signatures of IAM's, and refuses.
  if (declared.kind === "iam" || caller.kind === "nobody" || caller.kind === "stranger") return false;
  const { at } = caller;
  const isListed = ((declared.audiences ?? clients) as readonly string[]).includes(caller.client);
  const hasScope = asked === undefined || asked.some((scope) => caller.scopes.includes(scope));
  if (declared.kind === "lambda") {
    const places: readonly IdentitySource[] = declared.identity ?? [{ header: "Authorization" }];
    const isThere = places.every((place) =>
      at.includes("header" in place && place.header === "Authorization" ? "authorization" : "elsewhere"),
    );
    return isThere && caller.kind === "access" && isListed && hasScope;
  }
  if (!at.includes("authorization")) return false;
  if (api === "http") return isListed && hasScope;
  return asked === undefined ? caller.kind === "id" : caller.kind === "access" && hasScope;
}

const say = (
  api: ApiKind,
  { method, path, authorizer, scopes: asked }: Route,
  { kind, client, scopes: held, at }: Caller,
) =>
  `${kind} of ${client} with ${held.join(" ") || "no scopes"} (${at.join(" and ")}) at ${api} ${method} ${path} of ${authorizer} for ${asked?.join(" or ") ?? "anything"}`;
