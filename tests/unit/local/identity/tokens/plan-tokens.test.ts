import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readPool } from "../../../../../local/identity/pool/read-pool";
import { planAccessToken, planMachineToken } from "../../../../../local/identity/tokens/plan-access-token";
import { planIdToken } from "../../../../../local/identity/tokens/plan-id-token";
import { planUserInfo } from "../../../../../local/identity/tokens/plan-user-info";
import type { User } from "../../../../../local/identity/users/directory";
import { poolStack } from "../../../../support/identity/stack";

const pool = readPool(poolStack());
const client = pool.clients.get("browser")!;
const user: User = {
  sub: "4f9c2f6e-0000-4000-8000-000000000000",
  username: "ada",
  names: ["ada"],
  attributes: {
    email: "ada@example.com",
    email_verified: "true",
    name: "Ada",
    address: "1 Road",
    "custom:tenant": "a",
  },
  groups: ["clerks"],
};
const issue = {
  issuer: pool.issuer,
  client,
  issuedAt: 1_000,
  authTime: 900,
  jti: "jti",
  originJti: "origin",
  eventId: "event",
};
const idToken = (scopes: readonly string[], changes: { client?: typeof client; user?: User; nonce?: string } = {}) =>
  planIdToken({ ...issue, client: changes.client ?? client }, changes.user ?? user, {
    scopes,
    groups: pool.groups,
    accessToken: "signed",
    ...(changes.nonce === undefined ? undefined : { nonce: changes.nonce }),
  }) as Record<string, unknown>;

describe("an access token", () => {
  it("has Cognito's claims, and lives as long as the client says", () =>
    assert.deepEqual(planAccessToken(issue, user, ["openid", "orders/read"]), {
      sub: user.sub,
      "cognito:groups": ["clerks"],
      iss: "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC123xyz",
      version: 2,
      client_id: "browser",
      origin_jti: "origin",
      event_id: "event",
      token_use: "access",
      scope: "openid orders/read",
      auth_time: 900,
      exp: 1_900,
      iat: 1_000,
      jti: "jti",
      username: "ada",
    }));

  it("has no groups claim for a user without groups", () =>
    assert.ok(!("cognito:groups" in planAccessToken(issue, { ...user, groups: [] }, []))));

  it("has no origin_jti where tokens cannot be revoked", () =>
    assert.ok(!("origin_jti" in planAccessToken({ ...issue, client: { ...client, revocation: false } }, user, []))));

  it("of a machine has the client as its subject, and neither user nor origin", () =>
    assert.deepEqual(planMachineToken({ ...issue, client: pool.clients.get("machine")! }, ["orders/read"]), {
      sub: "machine",
      token_use: "access",
      scope: "orders/read",
      auth_time: 1_000,
      iss: pool.issuer,
      exp: 4_600,
      iat: 1_000,
      version: 2,
      jti: "jti",
      client_id: "machine",
    }));
});

describe("an ID token", () => {
  it("has Cognito's claims beside the user's attributes", () =>
    assert.deepEqual(idToken(["openid", "email"], { nonce: "n" }), {
      at_hash: createHash("sha256").update("signed").digest().subarray(0, 16).toString("base64url"),
      sub: user.sub,
      "cognito:groups": ["clerks"],
      iss: pool.issuer,
      "cognito:username": "ada",
      nonce: "n",
      origin_jti: "origin",
      aud: "browser",
      event_id: "event",
      token_use: "id",
      auth_time: 900,
      exp: 4_600,
      iat: 1_000,
      jti: "jti",
      email: "ada@example.com",
      email_verified: true,
    }));

  const readable = { ...client, readableAttributes: new Set(["name", "custom:tenant"]) };
  for (const { why, scopes, of, shown } of [
    { why: "openid alone opens all that the client may read", scopes: ["openid"], shown: ["email", "name", "address"] },
    {
      why: "openid beside custom scopes does too",
      scopes: ["openid", "orders/read"],
      shown: ["email", "name", "address"],
    },
    { why: "email narrows it to the e-mail address", scopes: ["openid", "email"], shown: ["email"] },
    { why: "phone narrows it to a number that the user has not", scopes: ["openid", "phone"], shown: [] },
    { why: "profile opens all again", scopes: ["openid", "email", "profile"], shown: ["email", "name", "address"] },
    {
      why: "custom attributes show where the client lists them",
      scopes: ["openid"],
      of: readable,
      shown: ["name", "custom:tenant"],
    },
  ]) {
    it(why, () => {
      const claims = idToken(scopes, of ? { client: of } : {});
      assert.deepEqual(
        ["email", "name", "address", "custom:tenant"].filter((name) => name in claims),
        shown,
      );
    });
  }

  it("wraps the address as OpenID Connect does", () =>
    assert.deepEqual(idToken(["openid"]).address, { formatted: "1 Road" }));

  const groups = new Map([
    ["low", { name: "low", precedence: 1, roleArn: "arn:low" }],
    ["same", { name: "same", precedence: 1, roleArn: "arn:same" }],
    ["last", { name: "last", roleArn: "arn:last" }],
  ]);
  for (const { why, of, roles, preferred } of [
    {
      why: "prefers the role of the lowest precedence",
      of: ["last", "low"],
      roles: ["arn:last", "arn:low"],
      preferred: "arn:low",
    },
    {
      why: "prefers none of two at the same precedence",
      of: ["low", "same"],
      roles: ["arn:low", "arn:same"],
      preferred: undefined,
    },
    { why: "has no roles without groups", of: [], roles: undefined, preferred: undefined },
  ]) {
    it(why, () => {
      const claims: Record<string, unknown> = planIdToken(
        issue,
        { ...user, groups: of },
        { scopes: [], groups, accessToken: "" },
      );
      assert.deepEqual([claims["cognito:roles"], claims["cognito:preferred_role"]], [roles, preferred]);
    });
  }
});

describe("user info", () => {
  it("keeps attributes as text", () =>
    assert.deepEqual(planUserInfo(user, client, ["openid", "email"]), {
      sub: user.sub,
      email: "ada@example.com",
      email_verified: "true",
      username: "ada",
    }));
});
