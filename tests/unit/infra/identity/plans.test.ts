import assert from "node:assert/strict";
import { catalogue } from "../../../../infra/catalogue";
import type { AppClient } from "../../../../infra/catalogue/define/client";
import { planAppClient } from "../../../../infra/identity/plan-app-client";
import { planUserPool } from "../../../../infra/identity/plan-user-pool";
import { settingsOf } from "../../../support/settings";

const dev = settingsOf("dev");
const urls = { callbackUrls: ["https://a.example/cb"], logoutUrls: ["https://a.example/"] };

describe("the plan of an app client", () => {
  for (const { why, kind, flows, secret, interactive } of [
    { why: "a browser app has no secret", kind: "browser", flows: ["code"], secret: false, interactive: true },
    { why: "a web app has a secret", kind: "web", flows: ["code"], secret: true, interactive: true },
    {
      why: "a machine has a secret and no login",
      kind: "machine",
      flows: ["client_credentials"],
      secret: true,
      interactive: false,
    },
  ] as const)
    it(why, () => {
      const plan = planAppClient({ kind, scopes: ["orders/read"] }, dev.tokens, urls);
      assert.deepEqual(plan.client.allowedOauthFlows, flows);
      assert.equal(plan.client.generateSecret, secret);
      assert.equal(plan.isInteractive, interactive);
      assert.equal(plan.client.callbackUrls !== undefined, interactive);
    });

  for (const [name, client] of Object.entries<AppClient<string>>(catalogue.clients))
    it(`of ${name} revokes tokens, hides who exists and never grants implicitly`, () => {
      const { client: plan } = planAppClient(client, dev.tokens, dev.clients[name]);
      assert.equal(plan.enableTokenRevocation, true);
      assert.equal(plan.preventUserExistenceErrors, "ENABLED");
      assert.ok(!plan.allowedOauthFlows.includes("implicit"));
      assert.ok(!plan.explicitAuthFlows.includes("ALLOW_USER_PASSWORD_AUTH"));
    });

  it("gives token lifetimes with their units", () => {
    const { client } = planAppClient(
      { kind: "machine", scopes: [] },
      { accessMinutes: 15, idMinutes: 20, refreshDays: 7 },
    );
    assert.deepEqual(
      [client.accessTokenValidity, client.idTokenValidity, client.refreshTokenValidity, client.tokenValidityUnits],
      [15, 20, 7, { accessToken: "minutes", idToken: "minutes", refreshToken: "days" }],
    );
  });

  it("cannot be made for people without URLs to send them back to", () => {
    assert.throws(() => planAppClient({ kind: "browser", scopes: [] }, dev.tokens), /callback and sign-out URLs/);
  });
});

describe("the plan of the user pool", () => {
  for (const { why, settings, expected } of [
    {
      why: "asks for a second factor when told to",
      settings: { mfa: "on" },
      expected: { mfaConfiguration: "ON", softwareTokenMfaConfiguration: { enabled: true } },
    },
    {
      why: "declares no factor when MFA is off",
      settings: { mfa: "off" },
      expected: { mfaConfiguration: "OFF", softwareTokenMfaConfiguration: undefined },
    },
    {
      why: "lets administrators alone create accounts when told to",
      settings: { selfSignUp: false },
      expected: { adminCreateUserConfig: { allowAdminCreateUserOnly: true } },
    },
    {
      why: "cannot be deleted when told to",
      settings: { deletionProtection: true },
      expected: { deletionProtection: "ACTIVE" },
    },
    {
      why: "ignores the case of sign-in names, which only its creation can set",
      settings: {},
      expected: { usernameConfiguration: { caseSensitive: false } },
    },
  ] as const)
    it(why, () => {
      const { pool } = planUserPool({ ...dev, userPool: { ...dev.userPool, ...settings } });
      for (const [key, value] of Object.entries(expected)) assert.deepEqual(pool[key as keyof typeof pool], value);
    });

  it("is protected in Pulumi exactly where it is in AWS", () => {
    for (const stack of ["dev", "prod"] as const) {
      const plan = planUserPool(settingsOf(stack));
      assert.equal(plan.protect, plan.pool.deletionProtection === "ACTIVE");
    }
  });
});
