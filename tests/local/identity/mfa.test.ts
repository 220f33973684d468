import assert from "node:assert/strict";
import { decodeJwt } from "jose";
import { Secret, TOTP } from "otpauth";
import type { Identity } from "../../../local/identity/contract";
import { Browser } from "../../support/identity/browser";
import { ada, poolWithAda } from "../../support/identity/pool";
import { authorize, redeem } from "../../support/identity/sign-in";
import { poolStack } from "../../support/identity/stack";

const credentials = { username: ada.username, password: ada.password };
const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const codeOf = (key: string, timestamp = Date.now()) =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp });
const otherThan = (code: string) => (code === "000000" ? "000001" : "000000");
const title = (text: string) => /<h1>([^<]*)/.exec(text)?.[1];

describe("a second factor on localhost", () => {
  let identity: Identity;
  afterEach(() => identity.close());

  const start = async (mode: string, totp = true) => {
    const mfa = { mfaConfiguration: mode, softwareTokenMfaConfiguration: { enabled: totp } };
    identity = await poolWithAda({ state: poolStack(mfa) });
  };
  const password = async (browser: Browser, user = credentials) =>
    browser.post((await authorize(browser, "browser")).url.href, user);

  it("is enrolled at the first sign-in where it must be, and asked for at the next", async () => {
    await start("ON");
    const browser = new Browser(identity.url);
    const page = await password(browser);
    assert.equal(title(page.text), "Set up an authenticator app");
    const key = /id="secret">([A-Z2-7]{32})</.exec(page.text)![1]!;
    assert.ok(page.text.includes(`otpauth://totp/people:ada%40example.com?`));
    const wrong = await browser.post(page.url.href, { code: otherThan(codeOf(key)) });
    assert.equal(wrong.status, 400);
    assert.ok(wrong.text.includes(key));
    const first = codeOf(key);
    const done = await browser.post(page.url.href, { code: first });
    const { body } = await redeem(identity, "browser", done.url.searchParams.get("code"));
    assert.equal(decodeJwt(String(body.id_token)).email, ada.username);

    const other = new Browser(identity.url);
    const asked = await password(other);
    assert.equal(title(asked.text), "Enter your code");
    assert.ok(!asked.text.includes(key));
    const replayed = await other.post(asked.url.href, { code: first });
    assert.match(replayed.text, /was used before/);
    const next = await other.post(asked.url.href, { code: codeOf(key, Date.now() + 30_000) });
    assert.ok(next.url.searchParams.has("code"));
  });

  it("is asked of those who have enrolled, where it is optional", async () => {
    await start("OPTIONAL");
    assert.ok((await password(new Browser(identity.url))).url.searchParams.has("code"));
    const grace = { username: "grace@example.com", password: "nanoseconds 30" };
    await identity.createUser({ ...grace, totpSecret: secret });
    const browser = new Browser(identity.url);
    const asked = await password(browser, grace);
    assert.equal(title(asked.text), "Enter your code");
    assert.ok((await browser.post(asked.url.href, { code: codeOf(secret) })).url.searchParams.has("code"));
  });

  it("lets nobody past without the password, nor from another browser", async () => {
    await start("ON");
    const browser = new Browser(identity.url);
    const { url } = await authorize(browser, "browser");
    assert.equal(title((await browser.post(`${url.pathname}?screen=code`, { code: "123456" })).text), "Sign in");
    const asked = await password(browser);
    const stranger = await new Browser(identity.url).get(asked.url.href);
    assert.equal(stranger.status, 400);
  });

  it("ends the sign-in after five wrong codes", async () => {
    await start("OPTIONAL");
    await identity.createUser({ username: "grace@example.com", password: "nanoseconds 30", totpSecret: secret });
    const browser = new Browser(identity.url);
    const asked = await password(browser, { username: "grace@example.com", password: "nanoseconds 30" });
    for (const _ of [1, 2, 3, 4]) {
      const { text } = await browser.post(asked.url.href, { code: "12345" });
      assert.equal(title(text), "Enter your code");
    }
    assert.match((await browser.post(asked.url.href, { code: "12345" })).text, /5 codes were wrong/);
    assert.equal(title((await browser.post(asked.url.href, { code: codeOf(secret) })).text), "Sign in");
  });

  it("says so where the pool wants one that is not played here", async () => {
    await start("ON", false);
    const { status, text } = await password(new Browser(identity.url));
    assert.equal(status, 501);
    assert.match(text, /by text message or e-mail, and this machine sends neither/);
  });
});
