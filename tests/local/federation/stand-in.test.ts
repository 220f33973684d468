import assert from "node:assert/strict";
import { Browser } from "../../../local/demo/browser";
import type { Federation } from "../../../local/federation/contract";
import { RelyingParty } from "../../../local/federation/oidc/relying-party";
import { readProviders } from "../../../local/federation/provider/read-providers";
import { startFederation } from "../../../local/federation/start";
import { answerOf, decide } from "../../support/federation/person";
import { federatedStack, poolUrl } from "../../support/federation/stack";

describe("a stand-in on localhost", () => {
  let federation: Federation;
  before(async () => {
    federation = await startFederation({ state: federatedStack(), poolUrl });
  });
  after(() => federation.close());

  const begin = async (provider: string) => new URL(await federation.begin(provider, "relay"));
  const changed = async (provider: string, change: (url: URL) => void) => {
    const url = await begin(provider);
    change(url);
    return new Browser(url.origin).get(url.href);
  };

  for (const provider of ["Corp", "Partner"]) {
    it(`of ${provider} shows a page that loads nothing, runs nothing, and stands in no frame`, async () => {
      const url = await begin(provider);
      const browser = new Browser(url.origin);
      const page = await browser.get(url.href);
      assert.match(page.text, new RegExp(`<h1>This machine plays ${provider}</h1>`));
      assert.ok(!/<script|<img|<link|type="password"/.test(page.text));
    });
  }

  it("of SAML sends the answer on by itself in a browser, and by a button without script", async () => {
    const url = await begin("Plain");
    const page = await decide(url.href);
    assert.match(page.text, /<button>Continue<\/button>/);
    assert.match(page.text, /<script>document\.forms\[0\]\.submit\(\)<\/script>/);
    const again = await new Browser(url.origin).post(page.url.href, { decision: "refuse" });
    assert.equal(again.status, 404);
  });

  it("of SAML lets that one script run, and no other", async () => {
    const url = await begin("Plain");
    const { url: form } = await new Browser(url.origin).get(url.href);
    const { headers } = await fetch(form, { method: "POST", body: new URLSearchParams({ decision: "refuse" }) });
    assert.match(
      headers.get("content-security-policy")!,
      /^default-src 'none'; style-src 'sha256-[^']+'; frame-ancestors 'none'; script-src 'sha256-[^' ]+'$/,
    );
  });

  it("of SAML publishes its metadata", async () => {
    const { origin } = await begin("Corp");
    const { text } = await new Browser(origin).get("/Corp/metadata");
    assert.match(text, new RegExp(`entityID="${origin}/Corp"`));
    assert.match(text, /WantAuthnRequestsSigned="true"/);
  });

  it("of OIDC asks again in a browser that has signed in", async () => {
    const url = await begin("Partner");
    const browser = new Browser(url.origin);
    const form = await browser.get(url.href);
    await browser.post(form.url.href, { decision: "sign-in", subject: "ada" });
    assert.match((await browser.get((await begin("Partner")).href)).text, /This machine plays Partner/);
  });

  it("of OIDC takes nothing from a browser that did not begin there", async () => {
    const url = await begin("Partner");
    const form = await new Browser(url.origin).get(url.href);
    const page = await new Browser(url.origin).post(form.url.href, { decision: "sign-in", subject: "ada" });
    assert.equal(page.status, 400);
    assert.match(page.text, /belongs to another browser/);
  });

  for (const { why, provider, change, says } of [
    {
      why: "of SAML refuses a request without a signature where requests are signed",
      provider: "Corp",
      change: (url: URL) => url.searchParams.delete("Signature"),
      says: /Corp does not take this request: it is not signed, and RequestSigningAlgorithm is set\./,
    },
    {
      why: "of SAML refuses a request that was changed after it was signed",
      provider: "Corp",
      change: (url: URL) => url.searchParams.set("RelayState", "other"),
      says: /its signature is not the pool&#39;s, or it has been changed since\./,
    },
    {
      why: "of SAML refuses what is no request",
      provider: "Plain",
      change: (url: URL) => url.searchParams.delete("SAMLRequest"),
      says: /Plain does not take this request: it has no SAMLRequest\./,
    },
    {
      why: "of OIDC refuses a request that wants its answer elsewhere",
      provider: "Partner",
      change: (url: URL) => url.searchParams.set("redirect_uri", "https://evil.example/"),
      says: /Partner: redirect_uri did not match any of the client&#39;s registered redirect_uris\./,
    },
  ]) {
    it(why, async () => {
      const page = await changed(provider, change);
      assert.equal(page.status, 400);
      assert.match(page.text, says);
    });
  }

  it("of OIDC says back that it wants PKCE", async () => {
    const page = await changed("Partner", (url) => {
      url.searchParams.delete("code_challenge");
      url.searchParams.delete("code_challenge_method");
    });
    assert.equal(page.url.origin, poolUrl);
    assert.match(page.url.searchParams.get("error_description")!, /requires PKCE/);
  });

  it("says what there is where there is nothing", async () => {
    const { origin } = await begin("Corp");
    const { status, text } = await new Browser(origin).get("/elsewhere");
    assert.deepEqual([status, text], [404, "Nothing is served here. Try /Corp, /Partner, /Plain, /Social.\n"]);
  });

  for (const { why, change, says } of [
    {
      why: "of OIDC gives nothing for a code to whoever lacks the secret",
      change: { settings: { clientSecret: "a wrong one" } },
      says: /^Partner answered 401 at \/Partner\/token: client authentication failed\.$/,
    },
    {
      why: "of OIDC gives nothing for a code to whoever lacks its verifier",
      change: { request: { verifier: "a".repeat(43) } },
      says: /^Partner answered 400 at \/Partner\/token: grant request is invalid\.$/,
    },
  ]) {
    it(why, async () => {
      const { origin } = await begin("Partner");
      const settings = readProviders(federatedStack()).providers.find(({ name }) => name === "Partner");
      assert.ok(settings?.kind === "oidc");
      const party = new RelyingParty(
        { ...settings, ...change.settings },
        `${origin}/Partner`,
        `${poolUrl}/oauth2/idpresponse`,
      );
      const { url, request } = await party.begin("state");
      const { parameters } = await answerOf(url);
      await assert.rejects(party.finish(parameters, { ...request, ...change.request }), {
        fault: "refused",
        message: says,
      });
    });
  }
});
