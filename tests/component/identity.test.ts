import assert from "node:assert/strict";
import { catalogue } from "../../infra/catalogue";
import { build, full } from "./environments";
import { type Declared, find, isSecret } from "./mocks";

describe("identity", () => {
  let all: readonly Declared[];
  const named = (name: string) => find(all, name);
  const ofType = (type: string) => all.filter((resource) => resource.type === type);
  before(async () => {
    all = await build(full);
  });

  it("makes one app client for each of the catalogue, in the one user pool", () =>
    assert.deepEqual(
      ofType("aws:cognito/userPoolClient:UserPoolClient")
        .map(({ inputs }) => `${inputs.name} in ${inputs.userPoolId}`)
        .sort(),
      Object.keys(catalogue.clients)
        .map((name) => `${name} in users-pool_id`)
        .sort(),
    ));

  it("takes custom scopes from the resource servers, so that they exist before the clients", () => {
    for (const [client, { scopes }] of Object.entries(catalogue.clients)) {
      assert.deepEqual(named(`${client}-client`).inputs.allowedOauthScopes, scopes, client);
      assert.ok(named(`${client}-client`).after.includes("orders-resource-server"), client);
    }
  });

  it("offers each client the user pool and the providers that list it, which exist before it", () => {
    for (const { client, offered } of [
      { client: "storefront", offered: ["partner"] },
      { client: "backoffice", offered: ["partner", "acme"] },
      { client: "courier", offered: [] },
    ]) {
      const { inputs, after } = named(`${client}-client`);
      assert.deepEqual(inputs.supportedIdentityProviders, ["COGNITO", ...offered]);
      for (const provider of offered) assert.ok(after.includes(`${provider}-identity-provider`), client);
    }
    assert.equal(named("fulfilment-client").inputs.supportedIdentityProviders, undefined);
  });

  it("keeps what providers are told secret, and takes for no change what AWS adds to it", () => {
    for (const provider of ["partner", "acme"]) {
      const { secretOutputs, ignoreChanges } = named(`${provider}-identity-provider`);
      assert.deepEqual(secretOutputs, ["providerDetails"]);
      assert.ok(ignoreChanges.length > 0 && ignoreChanges.every((path) => path.startsWith("providerDetails.")));
    }
    const details = named("partner-identity-provider").inputs.providerDetails as Record<string, unknown>;
    assert.ok(isSecret(details) || isSecret(details.client_secret));
    assert.equal(JSON.stringify(details).includes("secret of partner"), true);
  });

  it("brands the managed login of each client that people sign in to, and of no other", () => {
    const branded = ofType("aws:cognito/managedLoginBranding:ManagedLoginBranding").map(
      ({ inputs }) => inputs.clientId,
    );
    assert.deepEqual(branded.sort(), ["backoffice-client_id", "courier-client_id", "storefront-client_id"]);
  });

  it("puts the secret of each confidential client, and of no other, into Secrets Manager", () => {
    assert.deepEqual(
      ofType("aws:secretsmanager/secret:Secret")
        .map(({ name }) => name)
        .sort(),
      ["backoffice-secret", "fulfilment-secret"],
    );
    const { secretId, secretString } = named("backoffice-secret-version").inputs;
    assert.equal(secretId, "backoffice-secret_id");
    assert.ok(isSecret(secretString));
    assert.deepEqual(JSON.parse((secretString as { value: string }).value), {
      clientId: "backoffice-client_id",
      clientSecret: "backoffice-client_clientSecret",
    });
  });

  it("tells the scopes to the user pool with what they permit", () =>
    assert.deepEqual(named("orders-resource-server").inputs.scopes, [
      { scopeName: "read", scopeDescription: "List and view your orders" },
      { scopeName: "write", scopeDescription: "Create orders" },
    ]));

  it("makes the catalogue's groups", () =>
    assert.deepEqual(
      Object.entries<{ description: string; precedence: number }>(catalogue.groups).map(([name]) => {
        const { inputs } = named(`${name}-group`);
        return [inputs.name, { description: inputs.description, precedence: inputs.precedence }];
      }),
      Object.entries(catalogue.groups).map(([name, { description, precedence }]) => [
        name,
        { description, precedence },
      ]),
    ));
});
