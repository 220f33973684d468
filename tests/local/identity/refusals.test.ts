import assert from "node:assert/strict";
import type { Identity } from "../../../local/identity/contract";
import { Browser } from "../../support/identity/browser";
import { poolWithAda } from "../../support/identity/pool";
import { authorize } from "../../support/identity/sign-in";
import { callback } from "../../support/identity/stack";

describe("/oauth2/authorize on localhost", () => {
  let identity: Identity;
  before(async () => {
    identity = await poolWithAda();
  });
  after(() => identity.close());

  for (const { why, changes, error } of [
    { why: "a scope that does not exist", changes: { scope: "openid orders/none" }, error: "invalid_scope" },
    { why: "a scope that the client lacks", changes: { scope: "orders/delete" }, error: "invalid_scope" },
    {
      why: "a scope that oidc-provider knows and Cognito does not",
      changes: { scope: "offline_access" },
      error: "invalid_scope",
    },
    { why: "email without openid", changes: { scope: "email" }, error: "invalid_scope" },
    { why: "the implicit grant", changes: { response_type: "token" }, error: "unauthorized_client" },
    { why: "a response type that does not exist", changes: { response_type: "magic" }, error: "invalid_request" },
    { why: "a challenge without its method", changes: { code_challenge: "c".repeat(43) }, error: "invalid_request" },
    {
      why: "the plain method",
      changes: { code_challenge: "c".repeat(43), code_challenge_method: "plain" },
      error: "invalid_request",
    },
    { why: "nobody to be asked, and nobody signed in", changes: { prompt: "none" }, error: "login_required" },
  ] as { why: string; changes: Record<string, string>; error: string }[]) {
    it(`tells the client ${error} for ${why}`, async () => {
      const { status, url } = await authorize(new Browser(identity.url), "browser", changes);
      assert.equal(status, 302);
      assert.equal(`${url}`, `${callback}?error=${error}&state=${encodeURIComponent("st/ate")}`);
    });
  }

  for (const { why, client, changes, shown } of [
    {
      why: "a redirect_uri that is not the client's",
      client: "browser",
      changes: { redirect_uri: "https://evil.test/" },
      shown: /redirect_uri is https:\/\/evil\.test\/, which is no callback URL/,
    },
    {
      why: "the same with another fault beside it",
      client: "browser",
      changes: { redirect_uri: "https://evil.test/", scope: "orders/none" },
      shown: /which is no callback URL/,
    },
    { why: "an unknown client", client: "nobody", changes: {}, shown: /client_id is nobody, which is no app client/ },
    { why: "a client without the grant", client: "machine", changes: {}, shown: /which is no callback URL/ },
    {
      why: "markup where a URL should be",
      client: "browser",
      changes: { redirect_uri: "<script>1</script>" },
      shown: /&lt;script&gt;1&lt;\/script&gt;/,
    },
  ] as { why: string; client: string; changes: Record<string, string>; shown: RegExp }[]) {
    it(`shows a page and redirects nowhere for ${why}`, async () => {
      const { status, url, text } = await authorize(new Browser(identity.url), client, changes);
      assert.deepEqual([status, url.origin], [400, identity.url]);
      assert.match(text, shown);
      assert.ok(!text.includes("<script"));
    });
  }

  for (const { why, client, changes, answer } of [
    {
      why: "the implicit grant, also to a client that has it",
      client: "implicit",
      changes: { response_type: "token" },
      answer: { status: 501, shown: /The implicit grant is not played on this machine/ },
    },
    {
      why: "identity providers, to a client that has no users of the pool",
      client: "federated",
      changes: {},
      answer: { status: 400, shown: /App client federated signs in with Okta only/ },
    },
  ] as { why: string; client: string; changes: Record<string, string>; answer: { status: number; shown: RegExp } }[]) {
    it(`says what it does not play: ${why}`, async () => {
      const { status, text } = await authorize(new Browser(identity.url), client, changes);
      assert.equal(status, answer.status);
      assert.match(text, answer.shown);
    });
  }

  it("shows a page for a doubled parameter", async () => {
    const query = `client_id=browser&client_id=server&response_type=code&redirect_uri=${encodeURIComponent(callback)}`;
    assert.equal((await new Browser(identity.url).get(`/oauth2/authorize?${query}`)).status, 400);
  });
});
