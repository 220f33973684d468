import assert from "node:assert/strict";
import { readPool } from "../../../../../local/identity/pool/read-pool";
import { planUser } from "../../../../../local/identity/users/plan-user";
import { poolStack } from "../../../../support/identity/stack";

describe("a new user", () => {
  const byEmail = readPool(poolStack());
  const byName = readPool(poolStack({ usernameAttributes: [], aliasAttributes: ["email"] }));
  const password = "correct horse 1";

  it("has no name of its own in a pool of e-mail addresses", () =>
    assert.deepEqual(planUser(byEmail, { username: " ada@example.com ", password, groups: ["clerks"] }), {
      kind: "planned",
      plan: { names: ["ada@example.com"], attributes: { email: "ada@example.com" }, groups: ["clerks"] },
    }));

  it("signs in with its name and its aliases in a pool of user names", () =>
    assert.deepEqual(planUser(byName, { username: "ada", password, attributes: { email: "ada@example.com" } }), {
      kind: "planned",
      plan: {
        username: "ada",
        names: ["ada", "ada@example.com"],
        attributes: { email: "ada@example.com" },
        groups: [],
      },
    }));

  it("is refused for everything that is wrong at once", () =>
    assert.deepEqual(
      planUser(byEmail, { username: "ada", password: "short", attributes: { "custom:team": "a" }, groups: ["kings"] }),
      {
        kind: "refused",
        faults: [
          "The user name must be an e-mail address.",
          "The user pool has no attribute custom:team; its schema must declare it.",
          "The user pool has no group kings.",
          "The password must have at least 12 characters and a number.",
        ],
      },
    ));
});
