import assert from "node:assert/strict";
import { readPool } from "../../../../../local/identity/pool/read-pool";
import { TriggerFault } from "../../../../../local/identity/triggers/trigger-fault";
import { Directory, externalName } from "../../../../../local/identity/users/directory";
import { poolId, poolStack } from "../../../../support/identity/stack";

const ada = { username: "ada@example.com", password: "correct horse 1" };
const identity = { provider: "Okta", type: "SAML", subject: "Ada.1", created: 7 };

describe("a user of an identity provider", () => {
  const directory = () => new Directory(readPool(poolStack()));

  it("has a name and a group of the provider, and no name to sign in with", async () => {
    const users = directory();
    const user = users.createExternal(identity, { email: ada.username });
    assert.deepEqual([user.username, user.groups], ["okta_ada.1", [`${poolId}_Okta`]]);
    assert.equal(users.byName("okta_ada.1"), user);
    for (const name of [user.username, ada.username]) assert.equal(await users.authenticate(name, ""), undefined);
    assert.equal((await users.create(ada)).kind, "created");
  });

  it("keeps the case of the name where the pool does", () => {
    assert.equal(externalName({ caseSensitive: true }, identity), "Okta_Ada.1");
    assert.equal(externalName({ caseSensitive: false }, identity), "okta_ada.1");
  });

  it("is found by provider and subject, letter for letter", () => {
    const users = directory();
    const user = users.createExternal(identity, {});
    assert.equal(users.byIdentity(identity), user);
    assert.equal(users.byIdentity({ ...identity, subject: "ada.1" }), undefined);
    assert.equal(users.byIdentity({ ...identity, provider: "Partner" }), undefined);
  });

  it("may be a user who was there before, whose other attributes stay", async () => {
    const users = directory();
    const created = await users.create({ ...ada, attributes: { "custom:tenant": "acme" } });
    assert.ok(created.kind === "created");
    users.link(created.user.sub, identity);
    users.update(created.user.sub, { name: "Ada" });
    const linked = users.byIdentity(identity)!;
    assert.equal(linked.sub, created.user.sub);
    assert.deepEqual(linked.attributes, { "custom:tenant": "acme", email: ada.username, name: "Ada" });
    assert.equal((await users.authenticate(ada.username, ada.password))?.sub, linked.sub);
  });
});

it("a user whom nobody may make is not there", async () => {
  const users = new Directory(readPool(poolStack()));
  const refuse = async () => {
    throw new TriggerFault("PreSignUp failed with error no.");
  };
  assert.deepEqual(await users.create(ada, refuse), { kind: "refused", faults: ["PreSignUp failed with error no."] });
  assert.deepEqual(users.list(), []);
});
