import assert from "node:assert/strict";
import { Secret, TOTP } from "otpauth";
import { Authenticators } from "../../../../../local/identity/mfa/authenticators";
import { decideMfa } from "../../../../../local/identity/mfa/decide-mfa";

describe("an authenticator app", () => {
  const user = { sub: "1", username: "ada", names: [], attributes: { email: "ada@example.com" }, groups: [] };
  const start = 1_700_000_000_000;
  let now = start;
  let apps: Authenticators;
  let secret: string;
  beforeEach(() => {
    now = start;
    apps = new Authenticators("people", () => now);
    secret = Authenticators.newSecret();
    apps.enrol(user, secret);
  });
  const code = (seconds = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now + seconds * 1000 });

  it("has a secret of 160 bits, another each time", () => {
    assert.match(secret, /^[A-Z2-7]{32}$/);
    assert.notEqual(Authenticators.newSecret(), secret);
  });

  for (const { why, seconds, counts } of [
    { why: "the code of now counts", seconds: 0, counts: true },
    { why: "so does the one before", seconds: -30, counts: true },
    { why: "and the next", seconds: 30, counts: true },
    { why: "not one of a minute ago", seconds: -60, counts: false },
    { why: "nor of the next minute", seconds: 60, counts: false },
  ])
    it(why, () => assert.equal(apps.verify(user, code(seconds)), counts));

  it("takes a code once, and none from before it", () => {
    assert.equal(apps.verify(user, code()), true);
    assert.equal(apps.verify(user, code()), false);
    assert.equal(apps.verify(user, code(-30)), false);
    now += 30_000;
    assert.equal(apps.verify(user, code()), true);
  });

  it("takes the code of its own user alone, and nothing that is no code", () => {
    assert.equal(apps.verify({ ...user, sub: "2" }, code()), false);
    for (const text of ["", "12345", "abcdef", `${code()}0`]) assert.equal(apps.verify(user, text), false, text);
    assert.equal(apps.verify(user, code().replace(/(...)/, "$1 ")), true);
  });

  it("is enrolled by a right code alone, which is used up", () => {
    const grace = { ...user, sub: "3" };
    assert.equal(apps.enrolWith(grace, secret, "wrong"), false);
    assert.equal(apps.isEnrolled(grace), false);
    assert.equal(apps.enrolWith(grace, secret, code()), true);
    assert.equal(apps.isEnrolled(grace), true);
    assert.equal(apps.verify(grace, code()), false);
  });

  it("can be set up from a link", () =>
    assert.ok(
      apps.uri(user, secret).startsWith(`otpauth://totp/people:ada%40example.com?issuer=people&secret=${secret}`),
    ));
});

describe("after the password", () => {
  for (const [mode, totp, enrolled, step] of [
    ["OFF", true, true, "none"],
    ["OPTIONAL", true, false, "none"],
    ["OPTIONAL", true, true, "code"],
    ["OPTIONAL", false, true, "none"],
    ["ON", true, false, "enrol"],
    ["ON", true, true, "code"],
    ["ON", false, false, "unavailable"],
  ] as const)
    it(`comes ${step} with MFA ${mode}, apps ${totp ? "a factor" : "none"}, ${enrolled ? "" : "not "}enrolled`, () =>
      assert.equal(decideMfa({ mode, totp }, enrolled), step));
});
