import assert from "node:assert/strict";
import { decodeJwt } from "jose";
import type { Identity } from "../../../local/identity/contract";
import type { ServiceCall } from "../../../local/lambda/service-caller";
import { callApi } from "../../support/identity/api";
import { Browser, type Page } from "../../support/identity/browser";
import { providers, trustingFederation } from "../../support/identity/federation";
import { type TestFunction, testFunctions } from "../../support/identity/functions";
import { ada, poolWithAda } from "../../support/identity/pool";
import { authorize, redeem, refresh } from "../../support/identity/sign-in";
import { callback, poolId, poolStack, triggerArn } from "../../support/identity/stack";

const credentials = { username: ada.username, password: ada.password };
const person = { subject: "g.hopper", mail: "grace@example.org", verified: "true", company: "navy" };

describe("sign-in with an identity provider on localhost", () => {
  let identity: Identity;
  /** Where the function agrees to everything. */
  let agreeing: Identity;
  const { invoke, asked } = testFunctions({ preSignUp: () => ({}) });
  before(async () => {
    agreeing = await open(invoke);
  });
  beforeEach(() => {
    identity = agreeing;
  });
  afterEach(() => (identity === agreeing ? undefined : identity.close()));
  after(() => agreeing.close());

  const open = (invoke: ServiceCall, pool = {}) => {
    const state = poolStack({ lambdaConfig: { preSignUp: triggerArn("preSignUp") }, ...pool }, providers);
    return poolWithAda({ state, invoke, federation: trustingFederation });
  };
  const start = async (preSignUp: TestFunction, pool = {}) => {
    const functions = testFunctions({ preSignUp });
    identity = await open(functions.invoke, pool);
    return functions.asked;
  };

  /** Comes back from a provider, which the browser has gone to. */
  const arrive = (browser: Browser, away: Page, provider: string, claims: Readonly<Record<string, string>>) => {
    const fields = { relay: away.url.searchParams.get("relay")!, provider, ...claims };
    return provider === "Okta"
      ? browser.post("/saml2/idpresponse", fields)
      : browser.get(`/oauth2/idpresponse?${new URLSearchParams(fields)}`);
  };
  const tokens = async (client: string, page: Page) =>
    (await redeem(identity, client, page.url.searchParams.get("code"))).body as Record<string, string>;

  const whole = async (client: string, provider: string, claims: Readonly<Record<string, string>>) => {
    const browser = new Browser(identity.url);
    const away = await authorize(browser, client, { identity_provider: provider });
    return tokens(client, await arrive(browser, away, provider, claims));
  };

  it("is offered beside the password, and begins there", async () => {
    const browser = new Browser(identity.url);
    const page = await authorize(browser, "choosing");
    const links = [...page.text.matchAll(/href="([^"]+)">Continue with (\w+)/g)];
    assert.deepEqual(
      links.map(([, , name]) => name),
      ["Okta", "Partner"],
    );
    assert.ok(page.text.includes('id="password"'));
    const away = await browser.get(links[0]![1]!.replaceAll("&amp;", "&"));
    assert.deepEqual([away.url.origin, away.url.pathname], ["http://idp.test", "/Okta"]);
  });

  for (const { why, client, query, leads } of [
    {
      why: "identity_provider leads to it at once",
      client: "choosing",
      query: { identity_provider: "Partner" },
      leads: "/Partner",
    },
    { why: "so does idp_identifier", client: "choosing", query: { idp_identifier: "example.org" }, leads: "/Okta" },
    { why: "so does being a client's only choice", client: "federated", query: {}, leads: "/Okta" },
  ] as { why: string; client: string; query: Record<string, string>; leads: string }[])
    it(why, async () => {
      assert.equal((await authorize(new Browser(identity.url), client, query)).url.pathname, leads);
    });

  it("so does the domain of an e-mail address, without a password", async () => {
    const browser = new Browser(identity.url);
    const { url } = await authorize(browser, "choosing");
    const away = await browser.post(url.href, { username: "grace@Example.org", password: "" });
    assert.equal(away.url.pathname, "/Okta");
    assert.equal((await browser.post(url.href, { username: "grace@example.net", password: "" })).status, 400);
  });

  it("is refused for a provider that is not the client's", async () => {
    const refused = await authorize(new Browser(identity.url), "browser", { identity_provider: "Okta" });
    assert.equal(refused.status, 400);
    assert.match(refused.text, /Okta is no identity provider of app client browser/);
  });

  it("makes a user the first time, asks the function once, and keeps attributes up to date", async () => {
    const first = await whole("federated", "Okta", person);
    const id = decodeJwt(first.id_token!);
    assert.equal(id["cognito:username"], "okta_g.hopper");
    assert.deepEqual(id["cognito:groups"], [`${poolId}_Okta`]);
    const [{ dateCreated, ...identity_ }] = id.identities as [Record<string, unknown>];
    assert.match(String(dateCreated), /^\d{13}$/);
    assert.deepEqual(identity_, {
      ...{ userId: "g.hopper", providerName: "Okta", providerType: "SAML", issuer: null, primary: "true" },
    });
    assert.equal(decodeJwt(first.access_token!).username, "okta_g.hopper");
    const again = decodeJwt((await whole("federated", "Okta", { ...person, mail: "hopper@example.org" })).id_token!);
    assert.deepEqual([again.sub, again.email], [id.sub, "hopper@example.org"]);
    const external = asked.filter(({ userName }) => userName === "okta_g.hopper");
    assert.deepEqual(
      external.map(({ userName, callerContext, request }) => [
        userName,
        callerContext.clientId,
        request.userAttributes,
      ]),
      [
        [
          "okta_g.hopper",
          "federated",
          {
            ...{ "cognito:email_alias": "", "cognito:phone_number_alias": "" },
            ...{ email: person.mail, email_verified: "true", "custom:tenant": "navy" },
          },
        ],
      ],
    );
    const renewed = await refresh(identity, "federated", first.refresh_token!);
    assert.equal(decodeJwt(String(renewed.body.id_token)).sub, id.sub);
  });

  it("becomes the user to whom the function links, and stays so", async () => {
    await start(async ({ triggerSource, request }) => {
      if (triggerSource !== "PreSignUp_ExternalProvider") return {};
      const UserPoolId = poolId;
      const Filter = `email = "${request.userAttributes.email}"`;
      const { body } = await callApi(identity, "ListUsers", { UserPoolId, Filter });
      const ProviderAttributeValue = body.Users[0].Username;
      const linked = await callApi(identity, "AdminLinkProviderForUser", {
        UserPoolId,
        DestinationUser: { ProviderName: "Cognito", ProviderAttributeValue },
        SourceUser: { ProviderName: "Partner", ProviderAttributeName: "Cognito_Subject", ProviderAttributeValue: "7" },
      });
      assert.equal(linked.status, 200);
      return {};
    });
    const browser = new Browser(identity.url);
    const own = await browser.post((await authorize(browser, "choosing")).url.href, {
      ...credentials,
    });
    const { sub } = decodeJwt((await tokens("choosing", own)).id_token!);
    for (const time of ["first", "second"]) {
      const id = decodeJwt((await whole("choosing", "Partner", { subject: "7", mail: ada.username })).id_token!);
      assert.equal(id.sub, sub, time);
      assert.deepEqual(id["cognito:groups"], ["clerks"]);
      assert.equal((id.identities as [{ userId: string }])[0].userId, "7");
    }
  });

  it("is refused in the words of the function, and makes no user", async () => {
    const asked = await start(({ triggerSource }) => {
      if (triggerSource === "PreSignUp_ExternalProvider") throw new Error("not you");
      return {};
    });
    for (const _ of ["once", "twice"]) {
      const browser = new Browser(identity.url);
      const page = await arrive(browser, await authorize(browser, "federated"), "Okta", person);
      assert.match(page.text, /PreSignUp failed with error not you\./);
    }
    assert.equal(asked.filter(({ triggerSource }) => triggerSource === "PreSignUp_ExternalProvider").length, 2);
  });

  it("asks for no second factor", async () => {
    await start(() => ({}), { mfaConfiguration: "ON", softwareTokenMfaConfiguration: { enabled: true } });
    assert.ok((await whole("federated", "Okta", person)).id_token);
  });

  it("is the only way in for a client that the pool's own users do not sign in to", async () => {
    const browser = new Browser(identity.url);
    const page = `/login/${(await authorize(browser, "federated")).url.searchParams.get("relay")}`;
    assert.equal((await browser.post(page, credentials)).status, 400);
    const grace = { username: "grace@example.com", password: "nanoseconds 30" };
    assert.equal((await browser.post(`${page}?screen=signup`, grace)).status, 403);
  });

  it("says why an answer cannot be taken", async () => {
    const browser = new Browser(identity.url);
    const { status, text } = await arrive(browser, await authorize(browser, "federated"), "Okta", { subject: "" });
    assert.equal(status, 400);
    assert.match(text, /The answer names nobody\./);
  });

  it("signs nobody in with the answer to another browser, nor from a provider that is not the client's", async () => {
    const away = await authorize(new Browser(identity.url), "federated");
    assert.equal((await arrive(new Browser(identity.url), away, "Okta", person)).status, 400);
    const browser = new Browser(identity.url);
    const other = await arrive(browser, await authorize(browser, "federated"), "Partner", person);
    assert.ok(!other.url.searchParams.has("code"));
  });

  it("begins at the provider where that may be, for the client that the provider names", async () => {
    const browser = new Browser(identity.url);
    const relay = new URLSearchParams({ client_id: "choosing", redirect_uri: callback, response_type: "code" });
    const answer = { ...person, subject: "s2", provider: "Okta", relay: `${relay}`, unasked: "true" };
    const page = await browser.post("/saml2/idpresponse", answer);
    assert.equal(decodeJwt((await tokens("choosing", page)).id_token!)["cognito:username"], "okta_s2");
    const next = await authorize(browser, "choosing", { identity_provider: "Okta", prompt: "login" });
    assert.equal(next.url.origin, "http://idp.test");
    const astray = await browser.post("/saml2/idpresponse", { ...answer, relay: "" });
    assert.equal(astray.status, 400);
  });

  it("takes no answer that nobody asked for into a sign-in that is under way", async () => {
    const browser = new Browser(identity.url);
    const { url } = await authorize(browser, "choosing");
    const relay = url.pathname.split("/").at(-1)!;
    await browser.post("/saml2/idpresponse", { ...person, provider: "Okta", relay, unasked: "true" });
    assert.match((await browser.get(`${url.pathname}?screen=arrived`)).text, /<h1>Sign in<\/h1>/);
  });
});
