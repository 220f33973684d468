import assert from "node:assert/strict";
import * as fc from "fast-check";
import { planHttpApi } from "../../infra/apis/plan-http-api";
import { planRestApi } from "../../infra/apis/plan-rest-api";
import { planAuthorizers } from "../../infra/authorizers/plan-authorizers";
import { seconds } from "../../infra/catalogue/define/duration";
import type { Route } from "../../infra/catalogue/define/route";
import { settingsOf } from "../support/settings";
import { distinctRoutes } from "./catalogues";

const settings = settingsOf("dev");
const plans = planAuthorizers({ user: { kind: "cognito", cacheTtl: seconds(60) } }, {});

/** What every name of a route's resources stands for. A name becomes part of a URN: a change replaces the resource. */
function namesOf(routes: readonly Route[]): readonly (readonly [name: string, meaning: string])[] {
  const rest = planRestApi(routes, plans, settings);
  const http = planHttpApi(routes, plans, settings);
  return [
    ...rest.methods.map(({ slug, method, path }) => [`rest-${slug}`, `${method} ${path}`] as const),
    ...rest.preflights.map(({ slug, path }) => [`rest-${slug}`, `OPTIONS ${path}`] as const),
    ...rest.paths.map(({ path }) => [`rest-path ${path}`, path] as const),
    ...http.routes.map(({ slug, routeKey }) => [`http-${slug}`, routeKey] as const),
    ...http.integrations.map(({ key, target }) => [`http-${key}-integration`, JSON.stringify(target)] as const),
  ];
}

describe("names of resources", () => {
  it("are each one resource's", () =>
    fc.assert(
      fc.property(distinctRoutes, (routes) => {
        const names = namesOf(routes).map(([name]) => name);
        assert.deepEqual(
          names.filter((name, index) => names.indexOf(name) !== index),
          [],
        );
      }),
    ));

  it("stay, and mean the same, when routes change places", () =>
    fc.assert(
      fc.property(
        distinctRoutes.chain((routes) =>
          fc.tuple(fc.constant(routes), fc.shuffledSubarray([...routes], { minLength: routes.length })),
        ),
        ([routes, shuffled]) => assert.deepEqual(new Map(namesOf(shuffled)), new Map(namesOf(routes))),
      ),
    ));

  it("stay, and mean the same, when a route comes or goes", () =>
    fc.assert(
      fc.property(distinctRoutes, fc.nat(), (routes, at) => {
        const all = new Map(namesOf(routes));
        for (const [name, meaning] of namesOf(routes.toSpliced(at % routes.length, 1)))
          assert.equal(all.get(name), meaning);
      }),
    ));
});
