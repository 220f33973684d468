import assert from "node:assert/strict";
import { evaluatePolicy } from "../../../../local/gateway/policy";

const api = "arn:aws:execute-api:eu-west-1:123456789012:abc";
const arn = `${api}/v1/GET/orders/7`;
const allow = (Resource: unknown, more: object = {}) => ({
  Effect: "Allow",
  Action: "execute-api:Invoke",
  Resource,
  ...more,
});
const deny = (Resource: unknown) => allow(Resource, { Effect: "Deny" });

describe("a policy for one method", () => {
  for (const { why, statements, verdict } of [
    { why: "allows the very ARN", statements: [allow(arn)], verdict: "allow" },
    { why: "lets * span slashes", statements: [allow(`${api}/v1/*`)], verdict: "allow" },
    { why: "lets ? stand for one character", statements: [allow(`${api}/v?/GET/orders/?`)], verdict: "allow" },
    { why: "takes a list of resources", statements: [allow([`${api}/v1/POST/*`, arn])], verdict: "allow" },
    {
      why: "takes wildcards in actions, in any case",
      statements: [allow(arn, { Action: "Execute-API:*" })],
      verdict: "allow",
    },
    { why: "denies what it does not mention", statements: [allow(`${api}/v1/POST/*`)], verdict: "implicit" },
    {
      why: "denies another action",
      statements: [allow(arn, { Action: "execute-api:ManageConnections" })],
      verdict: "implicit",
    },
    { why: "takes dots as dots", statements: [allow(arn.replace("-", "."))], verdict: "implicit" },
    { why: "lets an explicit deny win", statements: [allow(arn), deny(`${api}/*`)], verdict: "explicit" },
    { why: "does not let a deny elsewhere matter", statements: [deny(`${api}/v2/*`), allow(arn)], verdict: "allow" },
    {
      why: "is malformed with a condition, which is not evaluated",
      statements: [allow(arn, { Condition: {} })],
      verdict: "malformed",
    },
    { why: "is malformed with NotResource", statements: [allow(arn, { NotResource: "x" })], verdict: "malformed" },
    { why: "is malformed with another effect", statements: [allow(arn, { Effect: "allow" })], verdict: "malformed" },
    { why: "is malformed without a resource", statements: [allow(undefined)], verdict: "malformed" },
    { why: "is malformed when its statement is text", statements: ["Allow"], verdict: "malformed" },
  ])
    it(why, () => {
      const result = evaluatePolicy({ Version: "2012-10-17", Statement: statements }, arn);
      assert.equal(result.kind === "deny" ? (result.explicit ? "explicit" : "implicit") : result.kind, verdict);
    });

  it("takes a single statement outside a list", () =>
    assert.equal(evaluatePolicy({ Statement: allow(arn) }, arn).kind, "allow"));
});
