import assert from "node:assert/strict";
import { catalogue } from "../../infra/catalogue";
import { Identity } from "../../infra/identity/identity";
import { settingsOf } from "../support/settings";
import { type Declared, declare } from "./mocks";

describe("identity", () => {
  let all: Declared[];
  const named = (name: string) => all.find((resource) => resource.name === name)?.inputs;

  before(async () => {
    all = await declare(() => new Identity("identity", { catalogue, settings: settingsOf("prod") }));
  });

  it("makes one app client for each of the catalogue, in the one user pool", () => {
    const clients = all.filter(({ type }) => type === "aws:cognito/userPoolClient:UserPoolClient");
    assert.deepEqual(
      clients.map(({ name, inputs }) => `${name} in ${inputs.userPoolId}`).sort(),
      Object.keys(catalogue.clients)
        .map((name) => `${name}-client in users-pool_id`)
        .sort(),
    );
  });

  it("takes custom scopes from the resource servers, so that they exist before the clients", () => {
    assert.deepEqual(named("storefront-client")?.allowedOauthScopes, [
      "openid",
      "email",
      "orders/read",
      "orders/write",
    ]);
    assert.deepEqual(named("fulfilment-client")?.allowedOauthScopes, ["orders/read", "orders/write"]);
  });

  it("brands the managed login of each client that people sign in to, and of no other", () => {
    const branded = all
      .filter(({ type }) => type.includes("ManagedLoginBranding"))
      .map(({ inputs }) => inputs.clientId);
    assert.deepEqual(branded.sort(), ["backoffice-client_id", "storefront-client_id"]);
    assert.equal(named("users-domain")?.managedLoginVersion, 2);
  });

  it("tells the scopes to the user pool with what they permit", () => {
    assert.deepEqual(named("orders-resource-server")?.scopes, [
      { scopeName: "read", scopeDescription: "List and view your orders" },
      { scopeName: "write", scopeDescription: "Create orders" },
    ]);
  });
});
