import assert from "node:assert/strict";
import { planRefusal } from "../../../../../local/identity/pages/error-page";
import { html } from "../../../../../local/identity/pages/html";
import { nameLabel, signInPage } from "../../../../../local/identity/pages/sign-in-page";
import { signUpPage } from "../../../../../local/identity/pages/sign-up-page";
import { readPool } from "../../../../../local/identity/pool/read-pool";
import { callback, poolStack } from "../../../../support/identity/stack";

const pool = readPool(poolStack());
const plainForm = { action: "/login/x", takesPasswords: true, byDomain: false, providers: [], absentProviders: [] };

describe("pages", () => {
  it("escape what comes from outside, and keep markup", () =>
    assert.equal(
      html`<p>${`<b title="'&`}${html`<i>${"x"}</i>`}${false}${undefined}</p>`.text,
      "<p>&lt;b title=&quot;&#39;&amp;<i>x</i></p>",
    ));

  for (const { usernameAttributes, aliasAttributes, label } of [
    { usernameAttributes: ["email"], aliasAttributes: [], label: "Email" },
    { usernameAttributes: ["email", "phone_number"], aliasAttributes: [], label: "Email or phone number" },
    {
      usernameAttributes: [],
      aliasAttributes: ["email", "preferred_username"],
      label: "Username, email or preferred username",
    },
  ]) {
    it(`ask for "${label}" in a pool that signs in with it`, () =>
      assert.equal(nameLabel(readPool(poolStack({ usernameAttributes, aliasAttributes }))), label));
  }

  it("offer no sign-up where there is none", () => {
    assert.ok(!signInPage(pool, plainForm).body.text.includes("Create one"));
    assert.ok(
      signInPage(pool, { ...plainForm, signUp: "/login/x?screen=signup" }).body.text.includes("?screen=signup"),
    );
  });

  it("name the identity providers that this machine does not play", () =>
    assert.match(signInPage(pool, { ...plainForm, absentProviders: ["Okta"] }).body.text, /sign-in with Okta/));

  it("ask for a password unless the domain of an address may do, and not at all where none counts", () => {
    const password = (form: object) =>
      /<input id="password"[^>]*?(required)?>/.exec(signInPage(pool, { ...plainForm, ...form }).body.text);
    assert.equal(password({})?.[1], "required");
    assert.equal(password({ byDomain: true })?.[1], undefined);
    assert.equal(password({ byDomain: true, takesPasswords: false }), null);
  });

  it("lead to each identity provider", () => {
    const providers = [{ name: "A & B", url: "/login/x?screen=provider&name=A%20%26%20B" }];
    const { text } = signInPage(pool, { ...plainForm, providers }).body;
    assert.match(text, /href="\/login\/x\?screen=provider&amp;name=A%20%26%20B">Continue with A &amp; B</);
  });

  it("ask at sign-up for what the pool requires, and once for the name", () => {
    const required = ["email", "given_name"].map((name) => ({ name, attributeDataType: "String", required: true }));
    const { text } = signUpPage(readPool(poolStack({ schemas: required })), {
      action: "",
      signIn: "",
      values: {},
      faults: [],
    }).body;
    assert.deepEqual(
      [...text.matchAll(/<input id="([^"]+)"/g)].map(([, id]) => id),
      ["username", "given_name", "password"],
    );
  });
});

describe("a request that must not be redirected", () => {
  for (const { why, query, refusal } of [
    {
      why: "says that its client is not known",
      query: { client_id: "other", redirect_uri: callback },
      refusal: {
        error: "invalid_client",
        detail: "client_id is other, which is no app client of user pool people (eu-west-1_AbC123xyz).",
      },
    },
    {
      why: "says which callback URLs its client has",
      query: { client_id: "browser", redirect_uri: "https://evil.test/" },
      refusal: {
        error: "redirect_mismatch",
        detail:
          "redirect_uri is https://evil.test/, which is no callback URL of app client browser. " +
          `Send one of its own (${callback}), or add this one to its callbackUrls.`,
      },
    },
    {
      why: "says what else is wrong",
      query: { client_id: "browser" },
      refusal: { error: "invalid_request", detail: "missing required parameter redirect_uri." },
    },
  ]) {
    it(why, () =>
      assert.deepEqual(
        planRefusal(
          pool,
          { error: "invalid_request", error_description: "missing required parameter redirect_uri" },
          query,
        ),
        refusal,
      ),
    );
  }
});
