import assert from "node:assert/strict";
import { fingerprint } from "../../../../infra/apis/fingerprint";
import { planRestApi, type RestApiPlan } from "../../../../infra/apis/plan-rest-api";
import { planRollout } from "../../../../infra/apis/rest-stage";
import { planAuthorizers } from "../../../../infra/authorizers/plan-authorizers";
import { catalogue } from "../../../../infra/catalogue";
import type { Route } from "../../../../infra/catalogue/define/route";
import type { Settings } from "../../../../infra/config/schema";
import { settingsOf } from "../../../support/settings";

const settings = settingsOf("prod");
const routes: readonly Route[] = catalogue.routes;
const planOf = (changed: Settings = settings, all: readonly Route[] = routes) =>
  planRestApi(all, planAuthorizers(catalogue.authorizers, changed.authorizers), changed);
const plan = planOf();

/** Every place in a value that holds a text, a number or a flag. */
const leavesOf = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
    : value === undefined
      ? []
      : [path];

/** The same plan with one leaf changed to another of its kind. */
function mutated(path: readonly string[]): RestApiPlan {
  // Not a structured clone, which would keep what several places share.
  const copy = JSON.parse(JSON.stringify(plan)) as RestApiPlan;
  const owner = path
    .slice(0, -1)
    .reduce((inner, key) => inner[key] as Record<string, unknown>, copy as unknown as Record<string, unknown>);
  const key = path.at(-1)!;
  owner[key] = other(owner[key]);
  return copy;
}

const other = (value: unknown) => {
  if (typeof value === "boolean") return !value;
  return typeof value === "number" ? value + 1 : `${String(value)} changed`;
};

describe("the deployment's trigger", () => {
  const leaves = leavesOf(plan);

  it("changes with every single value of the declared model", () => {
    const before = fingerprint(plan);
    assert.ok(leaves.length > 200, `the model has ${leaves.length} values`);
    for (const path of leaves) assert.notEqual(fingerprint(mutated(path)), before, path.join("."));
  });

  it("tells all these changes apart", () =>
    assert.equal(new Set(leaves.map((path) => fingerprint(mutated(path)))).size, leaves.length));

  it("changes when anything is taken out", () => {
    for (const key of Object.keys(plan) as (keyof RestApiPlan)[]) {
      const { [key]: _, ...rest } = plan;
      assert.notEqual(fingerprint(rest), fingerprint(plan), key);
    }
  });

  const { tenant } = settings.authorizers;
  const first = routes[0]!;
  for (const { why, changed, all } of [
    {
      why: "an authorizer's TTL",
      changed: {
        ...settings,
        authorizers: { ...settings.authorizers, tenant: { cacheTtlSeconds: tenant!.cacheTtlSeconds + 1 } },
      },
    },
    {
      why: "an origin",
      changed: {
        ...settings,
        api: { ...settings.api, cors: { ...settings.api.cors, origins: ["https://b.example"] } },
      },
    },
    {
      why: "the place of an upstream",
      changed: { ...settings, upstreams: { prices: { kind: "public", url: "https://b.example" } } as const },
    },
    { why: "a route that is gone", all: routes.slice(1) },
    { why: "a route's scopes", all: [{ ...first, scopes: ["orders/write"] } as unknown as Route, ...routes.slice(1)] },
    { why: "a route's method", all: [{ ...first, method: "PUT" } as Route, ...routes.slice(1)] },
    { why: "a key that is asked for", all: [{ ...first, metered: true } as Route, ...routes.slice(1)] },
    { why: "a body's schema", all: [{ ...first, request: { body: { type: "object" } } } as Route, ...routes.slice(1)] },
  ] satisfies { why: string; changed?: Settings; all?: readonly Route[] }[])
    it(`deploys again for ${why}`, () => assert.notEqual(fingerprint(planOf(changed, all)), fingerprint(plan)));

  const { api } = settings;
  for (const { why, changed, all } of [
    { why: "a copy of the same", changed: structuredClone(settings), all: structuredClone(routes) },
    { why: "routes in another order", all: routes.toReversed() },
    { why: "throttling", changed: { ...settings, api: { ...api, requestsPerSecond: 1, burst: 1 } } },
    { why: "the stage's name", changed: { ...settings, api: { ...api, stageName: "v2" } } },
    { why: "stage variables", changed: { ...settings, api: { ...api, stageVariables: { colour: "blue" } } } },
    { why: "the canary's share", changed: { ...settings, api: { ...api, canary: { percent: 50 } } } },
    { why: "logs", changed: { ...settings, logs: { retentionDays: 1, encrypted: false } } },
    {
      why: "what is watched",
      changed: { ...settings, observability: { ...settings.observability, tracing: false, executionLogs: "off" } },
    },
    { why: "partners", changed: { ...settings, edge: { ...settings.edge, partners: {} } } },
    { why: "tokens' lifetimes", changed: { ...settings, tokens: { ...settings.tokens, accessMinutes: 5 } } },
    { why: "routes of the HTTP API alone", all: [...routes, { ...first, apis: ["http"], path: "/other" } as Route] },
  ] satisfies { why: string; changed?: Settings; all?: readonly Route[] }[])
    it(`does not deploy again for ${why}`, () => assert.equal(fingerprint(planOf(changed, all)), fingerprint(plan)));

  it("does not look at the order in which keys were written", () =>
    assert.equal(fingerprint({ a: 1, b: { c: 2, d: [3] } }), fingerprint({ b: { d: [3], c: 2 }, a: 1 })));

  it("looks at the order of lists", () => assert.notEqual(fingerprint(["a", "b"]), fingerprint(["b", "a"])));
});

describe("a rollout", () => {
  for (const { why, canary, rollout } of [
    { why: "shows the newest deployment to everybody", canary: undefined, rollout: { deployment: "newest" } },
    {
      why: "without a stable one, shows the newest to everybody, through the canary too",
      canary: { percent: 10 },
      rollout: {
        deployment: "newest",
        canarySettings: { deploymentId: "newest", percentTraffic: 10, useStageCache: false },
      },
    },
    {
      why: "keeps the others with the stable one",
      canary: { percent: 10, stable: "a1b2c3" },
      rollout: {
        deployment: "a1b2c3",
        canarySettings: { deploymentId: "newest", percentTraffic: 10, useStageCache: false },
      },
    },
  ])
    it(why, () => assert.deepEqual(planRollout({ canary }, "newest"), rollout));
});
