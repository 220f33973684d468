import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { judgingPlan, planAuthorizers } from "../../../../infra/authorizers/plan-authorizers";
import type { Authorizer } from "../../../../infra/catalogue/define/authorizer";
import { minutes } from "../../../../infra/catalogue/define/duration";
import { header, query } from "../../../../infra/catalogue/define/identity-source";

const cacheTtl = minutes(1);
const lambda = { kind: "lambda", function: "authorizer", cacheTtl } as const;
const declared = {
  user: { kind: "cognito", cacheTtl },
  shop: { kind: "cognito", cacheTtl, audiences: ["storefront"] },
  tenant: lambda,
  partner: { ...lambda, identity: [header("X-Token"), query("partner")] },
  legacy: { ...lambda, identity: [header("X-Token")], rest: "token" },
  operator: { kind: "iam" },
} as const satisfies Record<string, Authorizer>;
const plans = planAuthorizers(declared, {});
const plan = (name: keyof typeof declared) => judgingPlan(plans, name);

describe("an authorizer's projections", () => {
  for (const { why, name, rest, http } of [
    {
      why: "are the user pool's on both APIs",
      name: "user",
      rest: ["COGNITO_USER_POOLS", "method.request.header.Authorization"],
      http: ["JWT", "$request.header.Authorization"],
    },
    {
      why: "are one function's, whose HTTP answers are kept by route",
      name: "tenant",
      rest: ["REQUEST", "method.request.header.Authorization"],
      http: ["REQUEST", "$request.header.Authorization", "$context.routeKey"],
    },
    {
      why: "name every identity source, in its order",
      name: "partner",
      rest: ["REQUEST", "method.request.header.X-Token,method.request.querystring.partner"],
      http: ["REQUEST", "$request.header.X-Token", "$request.querystring.partner", "$context.routeKey"],
    },
    {
      why: "show a REST function the token alone where told to",
      name: "legacy",
      rest: ["TOKEN", "method.request.header.X-Token"],
      http: ["REQUEST", "$request.header.X-Token", "$context.routeKey"],
    },
  ] as const)
    it(why, () => {
      const found = plan(name);
      assert.deepEqual([found.rest.type, found.rest.identitySource], rest);
      assert.deepEqual([found.http.authorizerType, ...found.http.identitySources], http);
    });

  for (const { why, overrides, ttl } of [
    { why: "take the catalogue's TTL", overrides: {}, ttl: 60 },
    { why: "take the environment's TTL over it", overrides: { tenant: { cacheTtlSeconds: 300 } }, ttl: 300 },
    {
      why: "write out a TTL of zero, which would be 300 if left out",
      overrides: { tenant: { cacheTtlSeconds: 0 } },
      ttl: 0,
    },
  ])
    it(`${why}, the same on both APIs`, () => {
      const { rest, http } = judgingPlan(planAuthorizers(declared, overrides), "tenant");
      assert.equal(rest.authorizerResultTtlInSeconds, ttl);
      assert.equal("authorizerResultTtlInSeconds" in http && http.authorizerResultTtlInSeconds, ttl);
    });

  it("never give a JWT authorizer a TTL, which it has not", () => {
    assert.ok(!("authorizerResultTtlInSeconds" in plan("user").http));
  });

  it("carry the audiences that are listed, and leave all to be meant by none", () => {
    assert.deepEqual(plan("shop").audiences, ["storefront"]);
    assert.equal(plan("user").audiences, undefined);
  });

  it("of IAM are no resources", () => {
    assert.deepEqual(Object.keys(plans.operator!), ["kind", "differences"]);
    assert.throws(() => judgingPlan(plans, "operator"), /operator is iam, which is a word on each route/);
    assert.throws(() => judgingPlan(plans, "nobody"), /nobody is not in the catalogue/);
  });
});

describe("what the two APIs cannot do alike", () => {
  const differences = (name: keyof typeof declared) => plans[name]!.differences.join("\n");
  for (const { why, name, says } of [
    { why: "caching of user pool tokens", name: "user", says: /HTTP API caches no answers/ },
    { why: "which kind of token a route without scopes takes", name: "user", says: /ID tokens alone on the REST API/ },
    { why: "the status of a missing scope", name: "user", says: /401 on the REST API and 403 on the HTTP API/ },
    {
      why: "whose tokens count, by name",
      name: "shop",
      says: /every app client of the pool; .* those of storefront\./,
    },
    { why: "the status of a bad token", name: "tenant", says: /bad token is 401 .* 403/ },
    {
      why: "the key of the cache",
      name: "partner",
      says: /by the header X-Token and the query parameter partner; .* and the route/,
    },
    { why: "how much of the request the function sees", name: "legacy", says: /the token alone/ },
    { why: "who may come from another account", name: "operator", says: /resource policy .* assumes a role/ },
  ] as const)
    it(`includes ${why}`, () => assert.match(differences(name), says));

  it("does not include what an authorizer does not do", () => {
    assert.doesNotMatch(differences("tenant"), /token alone/);
    assert.doesNotMatch(differences("user"), /storefront/);
  });
});

describe("the guide to authorizers", () => {
  it("tells of every difference", () => {
    const guide = readFileSync("docs/authorizers.md", "utf8");
    for (const name of ["user", "tenant", "operator"] as const)
      for (const difference of plans[name]!.differences) assert.ok(guide.includes(difference), difference);
  });
});
