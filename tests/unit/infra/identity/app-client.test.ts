import assert from "node:assert/strict";
import { catalogue } from "../../../../infra/catalogue";
import type { AppClient } from "../../../../infra/catalogue/define/client";
import type { Settings } from "../../../../infra/config/schema";
import { planAppClient } from "../../../../infra/identity/plan-app-client";
import { settingsOf } from "../../../support/settings";

const urls = { callbackUrls: ["https://a.example/cb"], logoutUrls: ["https://a.example/"] };
const dev = settingsOf("dev");
const plain: Settings = {
  ...dev,
  clients: { app: urls },
  identityProviders: {},
  tokens: { accessMinutes: 15, idMinutes: 20, refreshDays: 7 },
  userPool: { ...dev.userPool, firstFactors: ["password"] },
};
const planOf = (kind: AppClient<string>["kind"], changes: Partial<Settings> = {}) =>
  planAppClient("app", { kind, scopes: ["orders/read"] }, { ...plain, ...changes });

const people = ["browser", "native", "web"] as const;
const provider = (attributes: Record<string, string>, clients = ["app"]): Settings["identityProviders"][string] => ({
  kind: "saml",
  domains: [],
  attributes,
  clients,
  metadataUrl: "https://idp.example/metadata",
  signRequests: true,
  encryptedResponses: false,
  signOut: false,
  providerInitiated: false,
});

describe("the plan of an app client", () => {
  for (const { why, kind, flows, secret, interactive } of [
    { why: "a browser app has no secret", kind: "browser", flows: ["code"], secret: false, interactive: true },
    { why: "a native app has no secret", kind: "native", flows: ["code"], secret: false, interactive: true },
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
      const plan = planOf(kind);
      assert.deepEqual(plan.client.allowedOauthFlows, flows);
      assert.equal(plan.client.generateSecret, secret);
      assert.equal(plan.isInteractive, interactive);
      assert.deepEqual(plan.client.callbackUrls, interactive ? urls.callbackUrls : undefined);
      assert.deepEqual(plan.client.logoutUrls, interactive ? urls.logoutUrls : undefined);
    });

  for (const [name, client] of Object.entries<AppClient<string>>(catalogue.clients))
    it(`of ${name} is named so, revokes tokens, hides who exists and never grants implicitly`, () => {
      const { client: plan } = planAppClient(name, client, dev);
      assert.equal(plan.name, name);
      assert.equal(plan.enableTokenRevocation, true);
      assert.equal(plan.preventUserExistenceErrors, "ENABLED");
      assert.equal(plan.allowedOauthFlowsUserPoolClient, true);
      assert.ok(!plan.allowedOauthFlows.includes("implicit"));
      assert.ok(!plan.explicitAuthFlows.includes("ALLOW_USER_PASSWORD_AUTH"));
    });

  it("tells the catalogue's scopes from those of every OpenID provider", () => {
    const { standardScopes, customScopes } = planAppClient("app", { kind: "native", scopes: ["openid", "a/b"] }, plain);
    assert.deepEqual([standardScopes, customScopes], [["openid"], ["a/b"]]);
  });

  it("offers machines no identity provider, even one that lists them", () =>
    assert.deepEqual(planOf("machine", { identityProviders: { acme: provider({}) } }).identityProviders, []));

  it("keeps to custom scopes for machines, whatever else is asked for", () => {
    const { standardScopes, customScopes } = planAppClient(
      "app",
      { kind: "machine", scopes: ["openid", "a/b"] },
      plain,
    );
    assert.deepEqual([standardScopes, customScopes], [[], ["a/b"]]);
  });

  it("gives token lifetimes with their units", () => {
    const { client } = planOf("machine");
    assert.deepEqual(
      [client.accessTokenValidity, client.idTokenValidity, client.refreshTokenValidity, client.tokenValidityUnits],
      [15, 20, 7, { accessToken: "minutes", idToken: "minutes", refreshToken: "days" }],
    );
  });

  for (const kind of people)
    it(`rotates the refresh tokens of a ${kind} app, which excludes the older way to refresh`, () => {
      const { client } = planOf(kind, { tokens: { ...plain.tokens, rotation: { graceSeconds: 20 } } });
      assert.deepEqual(client.refreshTokenRotation, { feature: "ENABLED", retryGracePeriodSeconds: 20 });
      assert.deepEqual(client.explicitAuthFlows, ["ALLOW_USER_SRP_AUTH"]);
    });

  it("does not rotate unless told to, nor ever for machines, which get no refresh token", () => {
    assert.equal(planOf("browser").client.refreshTokenRotation, undefined);
    assert.deepEqual(planOf("browser").client.explicitAuthFlows, ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]);
    const rotation = { graceSeconds: 0 };
    assert.equal(planOf("machine", { tokens: { ...plain.tokens, rotation } }).client.refreshTokenRotation, undefined);
  });

  it("offers the choice of first factors where there is one", () => {
    const flows = (firstFactors: Settings["userPool"]["firstFactors"]) =>
      planOf("web", { userPool: { ...plain.userPool, firstFactors } }).client.explicitAuthFlows;
    assert.deepEqual(flows(["password", "passkey"]), [
      "ALLOW_USER_SRP_AUTH",
      "ALLOW_USER_AUTH",
      "ALLOW_REFRESH_TOKEN_AUTH",
    ]);
    assert.deepEqual(flows(["passkey"]), ["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]);
  });

  it("cannot be made for people without URLs to send them back to", () =>
    assert.throws(() => planOf("native", { clients: {} }), /^Error: app needs callback and sign-out URLs/));
});

describe("the attributes of an app client", () => {
  it("leave the tenant and the groups to administrators", () => {
    for (const kind of [...people, "machine"] as const)
      assert.ok(!planOf(kind).client.writeAttributes.some((name) => name.startsWith("custom:")));
  });

  it("are none for a machine", () => {
    const { client } = planOf("machine", { identityProviders: { acme: provider({ email: "mail" }) } });
    assert.deepEqual([client.readAttributes, client.writeAttributes], [[], []]);
  });

  it("take in what the client's providers fill in, since sign-ins would fail without, and nothing of other providers", () => {
    const { client, identityProviders } = planOf("web", {
      identityProviders: {
        acme: provider({ email: "mail", "custom:tenant": "org" }),
        other: provider({ "custom:groups": "groups" }, ["elsewhere"]),
      },
    });
    assert.deepEqual(identityProviders, ["acme"]);
    assert.deepEqual(client.writeAttributes, ["email", "name", "custom:tenant"]);
    assert.deepEqual(client.readAttributes, ["email", "email_verified", "name", "custom:tenant"]);
  });

  for (const { why, kind, attributes, flows } of [
    {
      why: "shut the API's own sign-in to a public client that writes a custom one: its tokens could write it too",
      kind: "browser",
      attributes: { "custom:tenant": "org" },
      flows: [],
    },
    {
      why: "leave it open to a public client that writes none",
      kind: "native",
      attributes: { email: "mail" },
      flows: ["ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH"],
    },
    {
      why: "leave it open to a client whose secret its users do not have",
      kind: "web",
      attributes: { "custom:tenant": "org" },
      flows: ["ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH"],
    },
  ] as const)
    it(why, () => {
      const { client } = planOf(kind, {
        identityProviders: { acme: provider(attributes) },
        userPool: { ...plain.userPool, firstFactors: ["password", "passkey"] },
      });
      assert.deepEqual(client.explicitAuthFlows, [...flows, "ALLOW_REFRESH_TOKEN_AUTH"]);
    });
});

describe("an app client offers the user pool's own sign-in", () => {
  const prod = settingsOf("prod");
  const { Acme } = prod.identityProviders;
  for (const { why, providerInitiated, offers } of [
    { why: "beside providers that wait to be asked", providerInitiated: false, offers: true },
    {
      why: "not beside one that may begin a sign-in, which Cognito wants alone",
      providerInitiated: true,
      offers: false,
    },
  ])
    it(why, () => {
      const settings = { ...prod, identityProviders: { Acme: { ...Acme, providerInitiated } } } as typeof prod;
      const { backoffice, storefront } = catalogue.clients;
      assert.equal(planAppClient("backoffice", backoffice, settings).offersUserPool, offers);
      assert.equal(planAppClient("storefront", storefront, settings).offersUserPool, true);
    });
});
