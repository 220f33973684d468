import assert from "node:assert/strict";
import { createLocalJWKSet, decodeJwt, jwtVerify } from "jose";
import type { Identity } from "../../../local/identity/contract";
import { Browser, postForm } from "../../support/identity/browser";
import { ada, poolWithAda } from "../../support/identity/pool";
import { authorize, redeem, refresh, signIn } from "../../support/identity/sign-in";
import { clientSecret, signedOut } from "../../support/identity/stack";

describe("refresh and revocation on localhost", () => {
  let identity: Identity;
  before(async () => {
    identity = await poolWithAda();
  });
  after(() => identity.close());

  const invalidGrant = { status: 400, body: { error: "invalid_grant" } };
  const revoke = (fields: Record<string, string>) => postForm(`${identity.url}/oauth2/revoke`, fields);

  it("gives new tokens of the same sign-in, again and again, and no new refresh token", async () => {
    const first = await signIn(identity, "browser");
    for (const _ of ["once", "twice"]) {
      const { status, body } = await refresh(identity, "browser", first.refresh_token!);
      assert.equal(status, 200);
      assert.deepEqual(Object.keys(body), ["id_token", "access_token", "expires_in", "token_type"]);
      const [old, renewed] = [first.access_token!, String(body.access_token)].map((token) => decodeJwt(token));
      assert.notEqual(renewed!.jti, old!.jti);
      for (const claim of ["sub", "origin_jti", "auth_time", "scope"])
        assert.equal(renewed![claim], old![claim], claim);
    }
  });

  it("gives a new refresh token where the client rotates, and forgets the old one alone", async () => {
    const first = await signIn(identity, "rotating");
    const second = await refresh(identity, "rotating", first.refresh_token!);
    assert.ok(second.body.refresh_token && second.body.refresh_token !== first.refresh_token);
    assert.deepEqual(await refresh(identity, "rotating", first.refresh_token!), invalidGrant);
    assert.equal((await refresh(identity, "rotating", String(second.body.refresh_token))).status, 200);
  });

  it("takes the old one during the grace that the client gives", async () => {
    const { refresh_token } = await signIn(identity, "patient");
    for (const _ of ["once", "twice"]) assert.equal((await refresh(identity, "patient", refresh_token!)).status, 200);
  });

  it("does not take the token of another client", async () => {
    const { refresh_token } = await signIn(identity, "browser");
    assert.deepEqual(await refresh(identity, "rotating", refresh_token!), invalidGrant);
  });

  it("outlives a sign-out of the browser", async () => {
    const browser = new Browser(identity.url);
    const { url } = await browser.post((await authorize(browser, "browser")).url.href, {
      username: ada.username,
      password: ada.password,
    });
    const { body } = await redeem(identity, "browser", url.searchParams.get("code"));
    await browser.get(`/logout?client_id=browser&logout_uri=${encodeURIComponent(signedOut)}`);
    assert.equal((await refresh(identity, "browser", String(body.refresh_token))).status, 200);
  });

  it("ends with a revocation: no refresh, no user info, yet a signature that still verifies", async () => {
    const { refresh_token, access_token } = await signIn(identity, "browser");
    const other = await signIn(identity, "browser");
    assert.deepEqual(await revoke({ token: refresh_token!, client_id: "browser" }), { status: 200, body: {} });
    assert.deepEqual(await refresh(identity, "browser", refresh_token!), invalidGrant);
    const headers = { authorization: `Bearer ${access_token}` };
    assert.equal((await fetch(`${identity.url}/oauth2/userInfo`, { headers })).status, 401);
    await jwtVerify(access_token!, createLocalJWKSet(identity.jwks), { issuer: identity.issuer });
    assert.equal((await refresh(identity, "browser", other.refresh_token!)).status, 200);
  });

  for (const { why, fields, answer } of [
    {
      why: "an access token cannot be revoked",
      fields: async () => ({ token: (await signIn(identity, "browser")).access_token!, client_id: "browser" }),
      answer: { status: 400, body: { error: "unsupported_token_type" } },
    },
    {
      why: "a token must be given",
      fields: async () => ({ client_id: "browser" }),
      answer: { status: 400, body: { error: "invalid_request" } },
    },
    {
      why: "a client that turned revocation off cannot revoke",
      fields: async () => ({ token: (await signIn(identity, "unrevocable")).refresh_token!, client_id: "unrevocable" }),
      answer: { status: 400, body: { error: "invalid_request" } },
    },
    {
      why: "a wrong secret is 401 here",
      fields: async () => ({ token: "any", client_id: "server", client_secret: `${clientSecret}x` }),
      answer: { status: 401, body: { error: "invalid_client" } },
    },
    {
      why: "an unknown token is as good as revoked",
      fields: async () => ({ token: "unknown", client_id: "browser" }),
      answer: { status: 200, body: {} },
    },
  ]) {
    it(why, async () => assert.deepEqual(await revoke(await fields()), answer));
  }

  it("leaves another client's token alone", async () => {
    const { refresh_token } = await signIn(identity, "browser");
    await revoke({ token: refresh_token!, client_id: "rotating" });
    assert.equal((await refresh(identity, "browser", refresh_token!)).status, 200);
  });
});
