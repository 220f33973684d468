import assert from "node:assert/strict";
import { inspect } from "node:util";
import { readPool } from "../../../../../local/identity/pool/read-pool";
import { Directory } from "../../../../../local/identity/users/directory";
import { poolStack } from "../../../../support/identity/stack";

const ada = { username: "ada@example.com", password: "correct horse 1" };

describe("the directory of users", () => {
  for (const { why, caseSensitive, name, password, known } of [
    { why: "knows a user by name and password", caseSensitive: true, name: ada.username, known: true },
    { why: "refuses a wrong password", caseSensitive: true, name: ada.username, password: "correct horse 2" },
    { why: "refuses an unknown name", caseSensitive: true, name: "eve@example.com" },
    { why: "tells letters' case apart where the pool does", caseSensitive: true, name: "Ada@example.com" },
    { why: "does not tell it apart elsewhere", caseSensitive: false, name: "Ada@example.com", known: true },
  ]) {
    it(why, async () => {
      const directory = new Directory(readPool(poolStack({ usernameConfiguration: { caseSensitive } })));
      await directory.create(ada);
      const user = await directory.authenticate(name, password ?? ada.password);
      assert.equal(user !== undefined, known ?? false);
    });
  }

  it("gives a user of a pool of e-mail addresses its sub as its name", async () => {
    const created = await new Directory(readPool(poolStack())).create(ada);
    assert.ok(created.kind === "created");
    assert.equal(created.user.username, created.user.sub);
    assert.match(created.user.sub, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it("takes a name once, also from two who come together", async () => {
    const directory = new Directory(readPool(poolStack()));
    const results = await Promise.all([directory.create(ada), directory.create(ada)]);
    assert.deepEqual(results.map(({ kind }) => kind).sort(), ["created", "refused"]);
  });

  it("counts what the pool verifies as verified at sign-up, and not when an administrator creates", async () => {
    const directory = new Directory(readPool(poolStack()));
    const signedUp = await directory.signUp(ada);
    const created = await directory.create({ ...ada, username: "bob@example.com" });
    assert.ok(signedUp.kind === "created" && created.kind === "created");
    assert.deepEqual(signedUp.user.attributes, { email: ada.username, email_verified: "true" });
    assert.deepEqual(created.user.attributes, { email: "bob@example.com" });
  });

  it("shows no password, however it is looked at", async () => {
    const directory = new Directory(readPool(poolStack()));
    const created = await directory.create(ada);
    const seen = inspect([directory, created], { depth: Infinity, showHidden: true }) + JSON.stringify(created);
    assert.ok(!seen.includes(ada.password));
  });
});
