import assert from "node:assert/strict";
import { decodeJwt, decodeProtectedHeader } from "jose";
import type { Identity } from "../../../local/identity/contract";
import { Browser, pkce, postForm } from "../../support/identity/browser";
import { ada, poolWithAda, verify } from "../../support/identity/pool";
import { authorize, redeem, signIn } from "../../support/identity/sign-in";
import { callback, clientSecret } from "../../support/identity/stack";

describe("the code flow on localhost", () => {
  let identity: Identity;
  before(async () => {
    identity = await poolWithAda();
  });
  after(() => identity.close());

  const credentials = { username: ada.username, password: ada.password };

  it("goes from the application by the sign-in page back to it, with code and state and nothing else", async () => {
    const browser = new Browser(identity.url);
    const form = await authorize(browser, "browser");
    assert.equal(form.status, 200);
    assert.match(form.text, /<h1>Sign in<\/h1>/);
    const { status, url } = await browser.post(form.url.href, credentials);
    assert.equal(status, 302);
    assert.equal(url.origin + url.pathname, callback);
    assert.deepEqual([...url.searchParams.keys()], ["code", "state"]);
    assert.equal(url.searchParams.get("state"), "st/ate");
  });

  it("gives tokens that aws-jwt-verify accepts as those of the pool", async () => {
    const tokens = await signIn(identity, "browser", { nonce: "once" });
    for (const [tokenUse, token] of [
      ["access", tokens.access_token!],
      ["id", tokens.id_token!],
    ] as const) {
      const payload = await verify(identity, token, "browser", tokenUse);
      assert.deepEqual(payload["cognito:groups"], ada.groups);
      assert.deepEqual(Object.keys(decodeProtectedHeader(token)), ["kid", "alg"]);
    }
    assert.notEqual(decodeProtectedHeader(tokens.id_token!).kid, decodeProtectedHeader(tokens.access_token!).kid);
    assert.equal(decodeJwt(tokens.id_token!).nonce, "once");
    assert.deepEqual(Object.keys(tokens), ["id_token", "access_token", "refresh_token", "expires_in", "token_type"]);
    assert.deepEqual([tokens.expires_in, tokens.token_type], [900, "Bearer"]);
  });

  it("gives no ID token without openid", async () => {
    const tokens = await signIn(identity, "browser", { scope: "orders/read" });
    assert.equal(tokens.id_token, undefined);
    assert.equal(decodeJwt(tokens.access_token!).scope, "orders/read");
  });

  it("asks a signed-in browser nothing, also for another client", async () => {
    const browser = new Browser(identity.url);
    await browser.post((await authorize(browser, "browser")).url.href, credentials);
    assert.ok((await authorize(browser, "server")).url.searchParams.has("code"));
  });

  it("signs in another person when it is asked for the page again", async () => {
    const eve = { username: "eve@example.com", password: "correct horse 2" };
    await identity.createUser(eve);
    const browser = new Browser(identity.url);
    await browser.post((await authorize(browser, "browser")).url.href, credentials);
    const again = await authorize(browser, "browser", { prompt: "login" });
    const handover = await browser.post(again.url.href, eve);
    const action = /action="([^"]+)"/.exec(handover.text)![1]!;
    const hidden = [...handover.text.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    const { url } = await browser.post(action, Object.fromEntries(hidden));
    const { body } = await redeem(identity, "browser", url.searchParams.get("code"));
    assert.equal(decodeJwt(String(body.id_token)).email, eve.username);
  });

  for (const { why, changes, answer } of [
    { why: "a confidential client proves itself in the body", changes: { client_secret: clientSecret }, answer: [200] },
    { why: "a wrong secret is refused", changes: { client_secret: "wrong" }, answer: [400, "invalid_client"] },
    { why: "no secret is refused", changes: {}, answer: [400, "invalid_client"] },
  ] as { why: string; changes: Record<string, string>; answer: [number, string?] }[]) {
    it(why, async () => {
      const browser = new Browser(identity.url);
      const { url } = await browser.post((await authorize(browser, "server")).url.href, credentials);
      const { status, body } = await redeem(identity, "server", url.searchParams.get("code"), changes);
      assert.deepEqual([status, body.error], [answer[0], answer[1]]);
    });
  }

  describe("refuses a code", () => {
    const { verifier, challenge } = pkce();
    const code = async () => {
      const browser = new Browser(identity.url);
      const form = await authorize(browser, "browser", { code_challenge: challenge, code_challenge_method: "S256" });
      return (await browser.post(form.url.href, credentials)).url.searchParams.get("code");
    };

    for (const { why, client = "browser", changes } of [
      { why: "without the verifier of its challenge", changes: {} },
      { why: "with the verifier of another", changes: { code_verifier: pkce().verifier } },
      { why: "for another redirect_uri", changes: { code_verifier: verifier, redirect_uri: "http://localhost:3000/" } },
      { why: "of another client", client: "rotating", changes: { code_verifier: verifier } },
    ] as { why: string; client?: string; changes: Record<string, string> }[]) {
      it(why, async () =>
        assert.deepEqual(await redeem(identity, client, await code(), changes), {
          status: 400,
          body: { error: "invalid_grant" },
        }),
      );
    }

    it("that was redeemed before", async () => {
      const once = await code();
      assert.equal((await redeem(identity, "browser", once, { code_verifier: verifier })).status, 200);
      const again = await redeem(identity, "browser", once, { code_verifier: verifier });
      assert.deepEqual(again, { status: 400, body: { error: "invalid_grant" } });
    });
  });

  describe("user info", () => {
    const userInfo = async (token: string) => {
      const response = await fetch(`${identity.url}/oauth2/userInfo`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return { status: response.status, body: (await response.json()) as Record<string, string> };
    };

    it("is given for an access token", async () => {
      const { access_token } = await signIn(identity, "browser", { scope: "openid email" });
      const { status, body } = await userInfo(access_token!);
      assert.equal(status, 200);
      assert.deepEqual(Object.keys(body), ["sub", "email", "username"]);
      assert.equal(body.email, ada.username);
    });

    it("is not given for an ID token, a changed access token, or one that was never issued", async () => {
      const { access_token, id_token } = await signIn(identity, "browser");
      const made = await identity.sign({ ...decodeJwt(access_token!), jti: "another" });
      for (const token of [id_token!, `${access_token}x`, made]) {
        const { status, body } = await userInfo(token);
        assert.deepEqual([status, body.error], [401, "invalid_token"]);
      }
    });
  });

  it("answers browsers of other origins", async () => {
    const headers = { origin: "http://localhost:3000" };
    const answer = await fetch(`${identity.url}/oauth2/token`, {
      method: "POST",
      headers,
      body: new URLSearchParams(),
    });
    assert.equal(answer.headers.get("access-control-allow-origin"), headers.origin);
    const preflight = await fetch(`${identity.url}/oauth2/token`, {
      method: "OPTIONS",
      headers: {
        ...headers,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization",
      },
    });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get("access-control-allow-headers"), "authorization");
    assert.equal((await postForm(`${identity.url}/oauth2/token`, {}, headers)).body.error, "invalid_request");
  });
});
