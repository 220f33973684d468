import assert from "node:assert/strict";
import { judgeLimits, planLimits } from "../../../../infra/apis/plan-limits";
import { quotas } from "../../../../infra/apis/quotas";
import { planAuthorizers } from "../../../../infra/authorizers/plan-authorizers";
import { catalogue } from "../../../../infra/catalogue";
import type { Authorizer } from "../../../../infra/catalogue/define/authorizer";
import { minutes, seconds } from "../../../../infra/catalogue/define/duration";
import type { Route } from "../../../../infra/catalogue/define/route";
import { settingsOf } from "../../../support/settings";

const settings = settingsOf("dev");
const many = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`);
const recordOf = <T>(names: readonly string[], value: T) => Object.fromEntries(names.map((name) => [name, value]));
const cognito: Authorizer = { kind: "cognito", cacheTtl: minutes(1) };

interface Change {
  readonly routes?: readonly object[];
  readonly authorizers?: Readonly<Record<string, Authorizer>>;
  readonly clients?: readonly string[];
  readonly queues?: object;
  readonly partners?: readonly string[];
  readonly stageVariables?: readonly string[];
}

/** Counts of a catalogue that holds nothing but this. */
const counts = (change: Change) =>
  planLimits({
    catalogue: {
      clients: recordOf(change.clients ?? [], {}),
      queues: change.queues ?? {},
      routes: (change.routes ?? []) as readonly Route[],
    } as unknown as typeof catalogue,
    settings: {
      ...settings,
      api: { ...settings.api, stageVariables: recordOf(change.stageVariables ?? [], "x") },
      edge: { partners: recordOf(change.partners ?? [], { requestsPerSecond: 1, burst: 1 }) },
    },
    authorizers: planAuthorizers(change.authorizers ?? { user: cognito }, {}),
  });

const open = { method: "GET", handler: "h", public: "a test" } as const;
const guarded = { apis: ["http"], method: "GET", path: "/a", handler: "h", authorizer: "user" } as const;
const routesOn = (api: string, names: readonly string[]) =>
  names.map((name) => ({ ...open, apis: [api], path: `/${name}` }));

/** Each limit with something that reaches it: how many there are, and AWS's number, as its page has it. */
const rows: readonly { what: string; limit: number; with: (count: number) => Change; without?: number }[] = [
  { what: "the REST API's resources", limit: 300, with: (n) => ({ routes: routesOn("rest", many(n - 1)) }) },
  {
    what: "the REST API's authorizers",
    limit: 10,
    with: (n) => ({
      authorizers: recordOf(many(n), cognito),
      routes: many(n).map((name) => ({ ...guarded, apis: ["rest"], path: `/${name}`, authorizer: name })),
    }),
  },
  { what: "the REST API's stage variables", limit: 100, with: (n) => ({ stageVariables: many(n) }) },
  { what: "the REST API's usage plans", limit: 300, with: (n) => ({ partners: many(n) }) },
  { what: "the REST API's keys", limit: 10_000, with: (n) => ({ partners: many(n) }) },
  { what: "the HTTP API's routes", limit: 300, with: (n) => ({ routes: routesOn("http", many(n)) }) },
  {
    what: "the HTTP API's integrations",
    limit: 300,
    with: (n) => ({ routes: many(n).map((name) => ({ ...open, apis: ["http"], path: `/${name}`, handler: name })) }),
  },
  {
    what: "the HTTP API's authorizers",
    limit: 10,
    with: (n) => ({
      authorizers: recordOf(many(n), cognito),
      routes: many(n).map((name) => ({ ...guarded, path: `/${name}`, authorizer: name })),
    }),
  },
  { what: "the HTTP API's stage variables", limit: 100, with: (n) => ({ stageVariables: many(n) }) },
  { what: "the audiences of user on the HTTP API", limit: 50, with: (n) => ({ clients: many(n), routes: [guarded] }) },
  {
    what: "the scopes of GET /a on the HTTP API",
    limit: 10,
    with: (n) => ({ routes: [{ ...guarded, scopes: many(n) }] }),
  },
  {
    what: "visibilityTimeout of the queue q",
    limit: 43_200,
    with: (n) => ({ queues: { q: { visibilityTimeout: seconds(n) } } }),
  },
  { what: "attempts of the queue q", limit: 1_000, with: (n) => ({ queues: { q: { attempts: n } } }) },
];

describe("AWS's limits", () => {
  for (const { what, limit, with: holding } of rows) {
    const found = (count: number) => {
      const own = counts(holding(count)).filter((one) => one.what === what);
      return { count: own[0]?.count, ...judgeLimits(own) };
    };
    const shown = limit.toLocaleString("en-US");

    it(`take ${what} up to ${shown}, and say so from four fifths on`, () => {
      assert.deepEqual(found(Math.ceil(limit * 0.8) - 1), {
        count: Math.ceil(limit * 0.8) - 1,
        faults: [],
        warnings: [],
      });
      for (const count of [Math.ceil(limit * 0.8), limit]) {
        const { faults, warnings } = found(count);
        assert.deepEqual([faults.length, warnings.length], [0, 1]);
        assert.ok(warnings[0]!.startsWith(`${what}: ${count.toLocaleString("en-US")} of the ${shown} that AWS takes;`));
      }
    });

    it(`do not take one more of ${what}, and both numbers are named`, () => {
      const { faults, warnings } = found(limit + 1);
      assert.deepEqual(warnings, []);
      const over = (limit + 1).toLocaleString("en-US");
      assert.ok(faults[0]!.startsWith(`${what}: ${over}, and AWS takes ${shown} at most; `), faults[0]);
      assert.match(
        faults[0]!,
        /(AWS raises it on request|it cannot be raised), see https:\/\/(docs\.aws\.amazon\.com|aws\.github\.io)\//,
      );
    });
  }

  it("are all tested, and each names its page", () => {
    const all = Object.values(quotas).flatMap((group) => Object.values(group));
    assert.equal(all.length, rows.length);
    for (const { source } of all) assert.match(source, /^https:\/\//);
  });

  it("count an authorizer's own audiences, and no more", () => {
    const few: Record<string, Authorizer> = {
      user: { kind: "cognito", cacheTtl: minutes(1), audiences: ["n0", "n1"] },
    };
    const found = counts({ authorizers: few, clients: many(60), routes: [guarded] });
    assert.equal(found.find(({ what }) => what.startsWith("the audiences"))?.count, 2);
  });

  for (const stack of ["dev", "prod"] as const)
    it(`are far from what ${stack} has`, () => {
      const own = settingsOf(stack);
      const authorizers = planAuthorizers(catalogue.authorizers, own.authorizers);
      const found = planLimits({ catalogue, settings: own, authorizers });
      assert.deepEqual(judgeLimits(found), { faults: [], warnings: [] });
    });
});
