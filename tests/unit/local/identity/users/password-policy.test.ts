import assert from "node:assert/strict";
import { passwordFault, readPasswordPolicy } from "../../../../../local/identity/users/password-policy";

describe("password policy", () => {
  const strict = readPasswordPolicy({});
  const long = readPasswordPolicy({ minimumLength: 12 });

  for (const { why, policy, password, fault } of [
    { why: "a password of all kinds conforms to a pool without a policy", policy: strict, password: "Passw0rd!" },
    {
      why: "everything that is missing is said at once",
      policy: strict,
      password: "",
      fault:
        "The password must have at least 8 characters, a lowercase letter, an uppercase letter, a number and a symbol.",
    },
    {
      why: "one missing thing is said alone",
      policy: strict,
      password: "passw0rd!",
      fault: "The password must have an uppercase letter.",
    },
    { why: "a policy that leaves a kind out does not ask for it", policy: long, password: "correct horse" },
    {
      why: "the policy's own length counts",
      policy: long,
      password: "correct",
      fault: "The password must have at least 12 characters.",
    },
    { why: "a space within is a symbol", policy: strict, password: "Passw0rd here" },
    {
      why: "a space at the end is refused",
      policy: strict,
      password: "Passw0rd! ",
      fault: "The password must not start or end with a space.",
    },
    {
      why: "AWS keeps no more than 256 characters",
      policy: strict,
      password: "Aa1!".repeat(65),
      fault: "The password must have at most 256 characters.",
    },
  ] as const) {
    it(why, () => assert.equal(passwordFault(password, policy), fault));
  }
});
