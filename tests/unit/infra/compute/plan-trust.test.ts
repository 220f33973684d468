import assert from "node:assert/strict";
import type { Authorizer } from "../../../../infra/catalogue/define/authorizer";
import { minutes } from "../../../../infra/catalogue/define/duration";
import { planTrust } from "../../../../infra/compute/plan-trust";

const cacheTtl = minutes(1);
const authorizers: Record<string, Authorizer> = {
  user: { kind: "cognito", cacheTtl, audiences: ["backoffice"] },
  tenant: { kind: "lambda", function: "judge", cacheTtl, audiences: ["storefront", "courier"] },
  legacy: { kind: "lambda", function: "judge", cacheTtl, audiences: ["courier", "storefront"], rest: "token" },
  partner: { kind: "lambda", function: "other", cacheTtl },
  operator: { kind: "iam" },
};
const clients = ["storefront", "backoffice", "courier"];

describe("an authorizer's function", () => {
  for (const { why, name, trust } of [
    {
      why: "serves the authorizers that name it, and trusts whom they list",
      name: "judge",
      trust: { authorizers: ["tenant", "legacy"], audiences: ["storefront", "courier"] },
    },
    {
      why: "trusts every client where none is listed",
      name: "other",
      trust: { authorizers: ["partner"], audiences: clients },
    },
    {
      why: "that nobody names serves no authorizer",
      name: "idle",
      trust: { authorizers: [], audiences: clients },
    },
  ])
    it(why, () => assert.deepEqual(planTrust(name, authorizers, clients), trust));
});
