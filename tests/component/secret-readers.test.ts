import assert from "node:assert/strict";
import { catalogue } from "../../infra/catalogue";
import type { Settings } from "../../infra/config/schema";
import { identityOf, least } from "./environments";
import { type Declared, declare, find } from "./mocks";

const role = "arn:aws:iam::210987654321:role/fulfilment";
const declaredWith = (consumers: Partial<Settings["consumers"]>) =>
  declare(() => {
    identityOf({ ...least, consumers: { ...least.consumers, ...consumers } });
  });
const ofType = (all: readonly Declared[], type: string) => all.filter((one) => one.type === type);

describe("what other teams are let to have of the identities", () => {
  let all: readonly Declared[];
  before(async () => {
    all = await declaredWith({ secretReaders: { fulfilment: [role] }, scopes: { fulfilment: ["invoices/read"] } });
  });

  it("is the secret that configuration names, under a key of the stack's own", () => {
    const { kmsKeyId } = find(all, "fulfilment-secret").inputs;
    assert.equal(kmsKeyId, "client-secrets-key_arn");
    const { secretArn, policy, blockPublicPolicy } = find(all, "fulfilment-secret-policy").inputs;
    assert.deepEqual([secretArn, blockPublicPolicy], ["fulfilment-secret_arn", true]);
    assert.deepEqual(JSON.parse(String(policy)).Statement[0].Principal, { AWS: [role] });
  });

  it("is no other secret", () => {
    assert.equal(find(all, "backoffice-secret").inputs.kmsKeyId, undefined);
    assert.equal(ofType(all, "aws:secretsmanager/secretPolicy:SecretPolicy").length, 1);
  });

  it("is a scope of theirs, for the client that configuration names, beside those of the catalogue", () => {
    assert.deepEqual(find(all, "fulfilment-client").inputs.allowedOauthScopes, [
      ...catalogue.clients.fulfilment.scopes,
      "invoices/read",
    ]);
    assert.ok(!String(find(all, "backoffice-client").inputs.allowedOauthScopes).includes("invoices"));
  });

  it("is nothing by default, not even a key", async () => {
    const none = await declaredWith({ secretReaders: {} });
    assert.deepEqual(
      ofType(none, "aws:kms/key:Key").filter(({ name }) => name.startsWith("client-secrets")),
      [],
    );
    assert.deepEqual(ofType(none, "aws:secretsmanager/secretPolicy:SecretPolicy"), []);
  });
});
