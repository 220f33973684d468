import assert from "node:assert/strict";
import type { ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { toPolicies } from "../../../policy/adapter";
import type { Control } from "../../../policy/control";
import { controls } from "../../../policy/controls";
import { publicRoutes } from "../../../policy/public-routes";

const now = () => new Date("2030-01-31T12:00:00Z");

const facts = {
  title: "Sign-ins end.",
  severity: "low",
  level: "advisory",
  types: ["test:index:Client"],
  why: "A stolen token would work for long.",
  fix: "Write fewer minutes.",
  source: "https://docs.aws.amazon.com/",
} as const;

const limited: Control = {
  ...facts,
  id: "limited",
  settings: {
    maximum: { type: "integer", minimum: 5, maximum: 60, default: 30, description: "whole minutes from 5 to 60" },
  },
  checkResource: ({ properties }, { maximum }) => (Number(properties.minutes) > Number(maximum) ? ["It is long."] : []),
};

const related: Control = {
  ...facts,
  id: "related",
  checkStack: ({ resources }, context) => [{ message: `${resources.length} on ${context.today}.` }],
};

describe("the adapter from controls to policies", () => {
  for (const { why, config, minutes, reported } of [
    { why: "gives a check the defaults of its settings", config: {}, minutes: 31, reported: true },
    { why: "gives a check its configured settings", config: { maximum: 45 }, minutes: 31, reported: false },
  ])
    it(why, () => {
      const [policy] = toPolicies([limited], { publicRoutes: {}, now });
      const reports: string[] = [];
      const args = { type: "test:index:Client", name: "web", urn: "urn", props: { minutes }, getConfig: () => config };
      validateResource(policy!)(args as unknown as ResourceValidationArgs, (message) => reports.push(message));
      assert.deepEqual(reports, reported ? ["It is long. Write fewer minutes. See https://docs.aws.amazon.com/"] : []);
    });

  it("refuses a configured setting that is out of range", () => {
    const [policy] = toPolicies([limited], { publicRoutes: {}, now });
    const args = { type: "pulumi:pulumi:Stack", getConfig: () => ({ maximum: 61 }) };
    assert.throws(
      () => validateResource(policy!)(args as unknown as ResourceValidationArgs, () => {}),
      /limited.maximum is 61; expected whole minutes from 5 to 60/,
    );
  });

  it("makes a policy of a control that judges the stack only", () => {
    const [policy] = toPolicies([related], { publicRoutes: {}, now });
    assert.equal(policy?.validateResource, undefined);
    const reports: (string | undefined)[][] = [];
    const args = { resources: [], getConfig: () => ({}) };
    policy?.validateStack?.(args as unknown as StackValidationArgs, (...report) => reports.push(report));
    assert.deepEqual(reports, [["0 on 2030-01-31. Write fewer minutes. See https://docs.aws.amazon.com/", undefined]]);
  });

  it("makes no policy from a list of public routes that is at fault, and names every fault", () =>
    assert.throws(
      () =>
        toPolicies(controls, {
          now,
          publicRoutes: {
            ...publicRoutes,
            "http-route-has-authorizer": [{ route: "GET /*", reason: "" }],
            "http-routes-have-authorizers": [],
          },
        }),
      (error: Error) => {
        assert.match(error.message, /http-route-has-authorizer.exceptions\[0\].route is "GET \/\*"/);
        assert.match(error.message, /http-route-has-authorizer.exceptions\[0\].reason is ""/);
        assert.match(error.message, /http-routes-have-authorizers is no policy that excuses routes; expected rest-/);
        return true;
      },
    ));
});

function validateResource(policy: ReturnType<typeof toPolicies>[number]) {
  assert.ok(typeof policy.validateResource === "function");
  return policy.validateResource;
}
