import assert from "node:assert/strict";
import { joinClaim, joinClaims, splitClaim } from "../../../../local/federation/claims";
import { planScopes, planUserInfo } from "../../../../local/federation/oidc/scopes";

describe("a claim, as the pool keeps it,", () => {
  for (const { why, value, kept } of [
    { why: "is itself when it is one text", value: "staff", kept: "staff" },
    { why: "stands in brackets when it has several values", value: ["staff", "managers"], kept: "[staff, managers]" },
    { why: "stands in brackets when it is a list of one", value: ["staff"], kept: "[staff]" },
    { why: "is empty brackets when it is an empty list", value: [], kept: "[]" },
    { why: "leaves out what is nothing within a list", value: ["staff", null], kept: "[staff]" },
    { why: "is text when it is true", value: true, kept: "true" },
    { why: "is text when it is a number", value: 0, kept: "0" },
    { why: "is JSON when it is an object", value: { country: "GB" }, kept: '{"country":"GB"}' },
    { why: "is absent when it is null", value: null, kept: undefined },
  ]) {
    it(why, () => assert.equal(joinClaim(value), kept));
  }

  it("vanishes from all claims when it is absent", () =>
    assert.deepEqual(joinClaims({ a: undefined, b: ["x", "y"] }), { b: "[x, y]" }));
});

describe("a claim, as a person types it,", () => {
  for (const { why, typed, values } of [
    { why: "is one value", typed: "Lovelace, Ada", values: "Lovelace, Ada" },
    { why: "is several in brackets", typed: " [staff, managers] ", values: ["staff", "managers"] },
    { why: "is none in empty brackets", typed: "[]", values: [] },
    { why: "is one when a bracket is left open", typed: "[staff", values: "[staff" },
  ]) {
    it(why, () => assert.deepEqual(splitClaim(typed), values));
  }

  it("is true or false in OIDC where it says whether another is verified", () =>
    assert.deepEqual(planUserInfo({ email_verified: "true", phone_number_verified: "no", groups: "[a, b]" }), {
      email_verified: true,
      phone_number_verified: false,
      groups: ["a", "b"],
    }));

  it("comes with openid when no standard scope has it", () =>
    assert.deepEqual(planScopes(["openid", "email"], ["email", "groups"]).claims.openid, ["sub", "groups"]));
});
