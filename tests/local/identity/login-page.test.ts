import assert from "node:assert/strict";
import { decodeJwt } from "jose";
import type { Identity } from "../../../local/identity/contract";
import { startIdentity } from "../../../local/identity/server";
import { Browser } from "../../support/identity/browser";
import { ada, poolWithAda } from "../../support/identity/pool";
import { authorize, redeem } from "../../support/identity/sign-in";
import { callback, poolStack, signedOut } from "../../support/identity/stack";

const credentials = { username: ada.username, password: ada.password };

describe("the sign-in pages on localhost", () => {
  let identity: Identity;
  before(async () => {
    identity = await poolWithAda();
  });
  after(() => identity.close());

  const alert = (text: string) => /<p role="alert"[^>]*>([^<]*)/.exec(text)?.[1];

  it("say the same of a wrong password and an unknown user, and keep the name", async () => {
    const browser = new Browser(identity.url);
    const { url } = await authorize(browser, "browser");
    for (const username of [ada.username, "nobody@example.com"]) {
      const { status, text } = await browser.post(url.href, { username, password: "wrong" });
      assert.deepEqual([status, alert(text)], [400, "Incorrect username or password."]);
      assert.ok(text.includes(`value="${username}"`));
    }
    assert.ok((await browser.post(url.href, credentials)).url.searchParams.has("code"));
  });

  it("take nothing from a browser that did not begin there", async () => {
    const { url } = await authorize(new Browser(identity.url), "browser");
    const { status, text } = await new Browser(identity.url).post(url.href, credentials);
    assert.deepEqual([status, alert(text)?.slice(0, 22)], [400, "This sign-in has ended"]);
  });

  it("keep two tabs of a browser apart", async () => {
    const browser = new Browser(identity.url);
    const [one, two] = [await authorize(browser, "browser"), await authorize(browser, "server", { state: "two" })];
    assert.equal((await browser.post(one.url.href, credentials)).url.searchParams.get("state"), "st/ate");
    assert.notEqual(one.url.href, two.url.href);
  });

  it("begin a sign-in from /login, and a sign-up from /signup", async () => {
    const query = new URLSearchParams({ client_id: "browser", response_type: "code", redirect_uri: callback });
    for (const [path, title] of [
      ["/login", "Sign in"],
      ["/signup", "Create an account"],
    ]) {
      assert.match((await new Browser(identity.url).get(`${path}?${query}`)).text, new RegExp(`<h1>${title}</h1>`));
    }
  });

  it("create an account, say all that its password lacks, and sign in at once", async () => {
    const browser = new Browser(identity.url);
    const { url, text } = await authorize(browser, "browser", { login_hint: "grace@example.com" });
    assert.ok(text.includes('value="grace@example.com"'));
    const page = `${url.pathname}?screen=signup`;
    assert.match((await browser.get(page)).text, /confirmed at once/);
    const weak = await browser.post(page, { username: "grace@example.com", password: "short" });
    assert.equal(alert(weak.text), "The password must have at least 12 characters and a number.");
    const taken = await browser.post(page, credentials);
    assert.equal(alert(taken.text), `A user ${ada.username} exists already.`);
    const done = await browser.post(page, { username: "grace@example.com", password: "nanoseconds 30" });
    const { body } = await redeem(identity, "browser", done.url.searchParams.get("code"));
    const { email, email_verified } = decodeJwt(String(body.id_token));
    assert.deepEqual({ email, email_verified }, { email: "grace@example.com", email_verified: true });
  });

  it("load nothing, run nothing, and stand in no frame", async () => {
    const browser = new Browser(identity.url);
    const { url, text } = await authorize(browser, "browser");
    const policy = (await fetch(url)).headers.get("content-security-policy")!;
    assert.match(policy, /^default-src 'none'; style-src 'sha256-[^']+'; frame-ancestors 'none'$/);
    assert.ok(!/<script|<img|<link|https?:\/\//.test(text));
  });

  it("refuse a form that is far too large", async () => {
    const browser = new Browser(identity.url);
    const { url } = await authorize(browser, "browser");
    assert.equal((await browser.post(url.href, { username: "a".repeat(20_000) })).status, 413);
  });

  it("sign out, and ask again afterwards, also whoever has copied the cookies", async () => {
    const browser = new Browser(identity.url);
    await browser.post((await authorize(browser, "browser")).url.href, credentials);
    assert.ok((await authorize(browser, "browser")).url.searchParams.has("code"));
    const thief = browser.copy();
    const out = await browser.get(`/logout?client_id=browser&logout_uri=${encodeURIComponent(signedOut)}`);
    assert.deepEqual([out.status, out.url.href], [302, signedOut]);
    for (const one of [browser, thief]) {
      assert.match((await authorize(one, "browser")).text, /<h1>Sign in<\/h1>/);
    }
  });

  it("sign out into the next sign-in, and stay where they are for a foreign address", async () => {
    const browser = new Browser(identity.url);
    await browser.post((await authorize(browser, "browser")).url.href, credentials);
    const foreign = await browser.get("/logout?client_id=browser&logout_uri=https://evil.test/");
    assert.deepEqual([foreign.status, foreign.url.origin], [400, identity.url]);
    const query = new URLSearchParams({ client_id: "browser", response_type: "code", redirect_uri: callback });
    assert.match((await browser.get(`/logout?${query}`)).text, /<h1>Sign in<\/h1>/);
  });
});

describe("a pool where only administrators create users", () => {
  it("offers no sign-up, and answers none", async () => {
    const state = poolStack({ adminCreateUserConfig: { allowAdminCreateUserOnly: true } });
    const identity = await startIdentity({ state, port: 0 });
    try {
      const browser = new Browser(identity.url);
      const { url, text } = await authorize(browser, "browser");
      assert.ok(!text.includes("signup"));
      assert.equal((await browser.post(`${url.pathname}?screen=signup`, credentials)).status, 403);
    } finally {
      await identity.close();
    }
  });
});
