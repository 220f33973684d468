import assert from "node:assert/strict";
import type { ResourceState } from "../../../../local/engine/model";
import { readClaims } from "../../../../local/federation/provider/provider";
import { readProviders } from "../../../../local/federation/provider/read-providers";
import { declared, federatedStack, identityProvider, partnerSecret, poolId } from "../../../support/federation/stack";

const read = (...providers: readonly ResourceState[]) => readProviders(federatedStack(providers)).providers;

describe("the identity providers of a stack", () => {
  const { providers, poolId: found } = readProviders(federatedStack());
  const [corp, plain, partner, social] = providers;

  it("belong to its user pool", () => assert.deepEqual([found, providers.length], [poolId, 4]));

  it("leave out what belongs to another pool", () => {
    const foreign = declared.map((provider) => ({
      ...provider,
      outputs: { ...provider.outputs, userPoolId: "other" },
    }));
    assert.deepEqual(read(...foreign), []);
  });

  it("leave out the types that nothing plays", () =>
    assert.deepEqual(read(identityProvider("Google", "Google", { client_id: "x" })), []));

  it("sign, encrypt and begin by themselves only where they say so", () => {
    const switches = [corp, plain].map((provider) => {
      assert.ok(provider?.kind === "saml");
      return [provider.signedRequests, provider.encryptedResponses, provider.providerInitiated];
    });
    assert.deepEqual(switches, [
      [true, true, false],
      [false, false, true],
    ]);
  });

  it("open the secret of their details, and have none where none is", () => {
    assert.ok(partner?.kind === "oidc" && social?.kind === "oidc");
    assert.deepEqual([partner.clientSecret, social.clientSecret], [partnerSecret, undefined]);
    assert.deepEqual([partner.userInfoMethod, social.userInfoMethod], ["POST", "GET"]);
    assert.deepEqual(partner.scopes, ["openid", "email", "profile"]);
  });

  it("send the claims of their mapping, each once, and the subject as such", () => {
    const mapping = {
      username: "sub",
      "custom:token": "id_token",
      email: "mail",
      preferred_username: "mail",
      name: "name",
    };
    const [provider] = read(
      identityProvider("P", "OIDC", { client_id: "x", authorize_scopes: "openid" }, { attributeMapping: mapping }),
    );
    assert.deepEqual(
      [...readClaims(provider!)],
      [
        ["mail", "email"],
        ["name", "name"],
      ],
    );
  });

  for (const { why, details, message } of [
    {
      why: "must have a client id for OIDC",
      details: { authorize_scopes: "openid" },
      message: "Identity provider P has no client_id in its providerDetails; Cognito refuses that too.",
    },
    {
      why: "must ask for openid",
      details: { client_id: "x", authorize_scopes: "email profile" },
      message: "Identity provider P has the authorize_scopes email profile; expected openid among them.",
    },
    {
      why: "must ask for anything at all",
      details: { client_id: "x" },
      message: "Identity provider P has the authorize_scopes none; expected openid among them.",
    },
  ]) {
    it(why, () => assert.throws(() => read(identityProvider("P", "OIDC", details)), { message }));
  }
});
