import assert from "node:assert/strict";
import {
  overrideAccessToken,
  overrideIdToken,
  readOverride,
  type TokenOverride,
} from "../../../../../local/identity/triggers/token-claims";

const id = {
  ...{ sub: "u", aud: "c", "cognito:groups": ["a"], "cognito:roles": ["r"], "cognito:preferred_role": "r" },
  email: "ada@example.com",
};
const access = { sub: "u", client_id: "c", scope: "openid orders/read", "cognito:groups": ["a"] };

describe("the claims of an ID token", () => {
  for (const { why, override, claims } of [
    { why: "stay without an override", override: {}, claims: id },
    {
      why: "are added, replaced and suppressed, whatever their type",
      override: { id: { claimsToAddOrOverride: { tenant: { id: 7 }, email: "x" }, claimsToSuppress: ["none"] } },
      claims: { ...id, email: "x", tenant: { id: 7 } },
    },
    {
      why: "that are reserved stay",
      override: {
        id: {
          claimsToAddOrOverride: { sub: "x", aud: "x", iss: "x", "cognito:username": "x", "dev:x": "x" },
          claimsToSuppress: ["sub", "cognito:groups"],
        },
      },
      claims: id,
    },
    {
      why: "are suppressed even when the same answer adds them",
      override: { id: { claimsToAddOrOverride: { email: "x" }, claimsToSuppress: ["email"] } },
      claims: without(id, "email"),
    },
    {
      why: "have other groups and roles",
      override: { groups: { groupsToOverride: ["b"], iamRolesToOverride: ["s"], preferredRole: "s" } },
      claims: { ...id, "cognito:groups": ["b"], "cognito:roles": ["s"], "cognito:preferred_role": "s" },
    },
    {
      why: "have no groups and roles where an empty configuration takes their place",
      override: { groups: {} },
      claims: without(id, "cognito:groups", "cognito:roles", "cognito:preferred_role"),
    },
  ] as { why: string; override: TokenOverride; claims: object }[])
    it(why, () => assert.deepEqual(overrideIdToken(id, override), claims));
});

describe("the claims of an access token", () => {
  for (const { why, override, claims } of [
    { why: "stay without an override", override: {}, claims: access },
    {
      why: "gain and lose scopes, each once, none with a space",
      override: { access: { scopesToAdd: ["orders/write", "openid", "a b"], scopesToSuppress: ["orders/read"] } },
      claims: { ...access, scope: "openid orders/write" },
    },
    {
      why: "take no scope as a claim, nor other reserved ones",
      override: {
        access: { claimsToAddOrOverride: { scope: "all", client_id: "x", username: "x", "cognito:x": "x" } },
      },
      claims: access,
    },
    {
      why: "take their own client as audience",
      override: { access: { claimsToAddOrOverride: { aud: "c" } } },
      claims: { ...access, aud: "c" },
    },
    {
      why: "take no other audience",
      override: { access: { claimsToAddOrOverride: { aud: "x" } } },
      claims: access,
    },
    {
      why: "have other groups",
      override: { groups: { groupsToOverride: ["b", "c"] } },
      claims: { ...access, "cognito:groups": ["b", "c"] },
    },
  ] as { why: string; override: TokenOverride; claims: object }[])
    it(why, () => assert.deepEqual(overrideAccessToken(access, override), claims));
});

describe("what a pre token generation function answers", () => {
  const changes = { claimsToAddOrOverride: { tenant: "x" } };
  for (const { why, version, response, override } of [
    {
      why: "may be nothing",
      version: 3,
      response: { claimsAndScopeOverrideDetails: null },
      override: { id: {}, access: {} },
    },
    {
      why: "is about both tokens from version 2 on",
      version: 2,
      response: { claimsAndScopeOverrideDetails: { idTokenGeneration: changes, accessTokenGeneration: changes } },
      override: { id: changes, access: changes },
    },
    {
      why: "is about the ID token alone in version 1",
      version: 1,
      response: { claimsOverrideDetails: { ...changes, accessTokenGeneration: changes } },
      override: { id: { ...changes, accessTokenGeneration: changes }, access: {} },
    },
    {
      why: "takes the groups away with a null",
      version: 3,
      response: { claimsAndScopeOverrideDetails: { groupOverrideDetails: null } },
      override: { id: {}, access: {}, groups: {} },
    },
  ] as const)
    it(why, () => assert.deepEqual(readOverride(response, version), override));
});

function without(claims: object, ...names: readonly string[]): object {
  return Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name)));
}
