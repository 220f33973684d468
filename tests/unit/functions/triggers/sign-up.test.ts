import assert from "node:assert/strict";
import type { PreSignUpTriggerEvent } from "aws-lambda";
import type { Account } from "../../../../functions/triggers/pre-sign-up/account";
import type { Directory } from "../../../../functions/triggers/pre-sign-up/directory";
import { signUp } from "../../../../functions/triggers/pre-sign-up/sign-up";
import { preSignUp } from "./events";

const uuid = "6b2a7f0e-0c1d-4a57-9a3f-2f5d3c1b7e10";
const providers = { Partner: ["partner.example"], Partner_Two: [], Google: [] };
const ada: Account = {
  username: "native-1",
  status: "CONFIRMED",
  enabled: true,
  email: "ada@partner.example",
  emailVerified: true,
};

/** Accounts in memory; what was asked and linked is kept. */
function directoryOf(accounts: readonly Account[]) {
  const asked: unknown[] = [];
  const links: unknown[] = [];
  const directory: Directory = {
    withEmail: async (...args) => {
      asked.push(args);
      return accounts;
    },
    link: async (...args) => void links.push(args),
  };
  return { directory, asked, links };
}

const run = (event: PreSignUpTriggerEvent, directory: Directory, domains: readonly string[] = []) =>
  signUp(event, { directory, domains, providers });

describe("signing up", () => {
  const refusal = /Only people with a verified e-mail address of certain domains/;
  for (const { why, email, domains, refused } of [
    { why: "is open to all where no domain is listed", email: "ada@anywhere.example", domains: [], refused: false },
    { why: "is open to a listed domain", email: "ada@example.com", domains: ["example.com"], refused: false },
    { why: "takes domains in any case", email: "Ada@EXAMPLE.com", domains: ["example.com"], refused: false },
    { why: "is closed to another domain", email: "ada@example.org", domains: ["example.com"], refused: true },
    { why: "is closed to a subdomain", email: "ada@x.example.com", domains: ["example.com"], refused: true },
    {
      why: "is closed to a domain that ends alike",
      email: "ada@notexample.com",
      domains: ["example.com"],
      refused: true,
    },
    { why: "goes by the last @", email: '"ada@example.com"@evil.example', domains: ["example.com"], refused: true },
    {
      why: "takes an @ in a quoted name",
      email: '"a@evil.example"@example.com',
      domains: ["example.com"],
      refused: false,
    },
    { why: "is closed to what is no address", email: "@example.com", domains: ["example.com"], refused: true },
    { why: "is closed to no address at all", email: undefined, domains: ["example.com"], refused: true },
  ])
    it(why, async () => {
      const { directory, asked } = directoryOf([ada]);
      const attempt = run(
        preSignUp("PreSignUp_SignUp", "ada", email === undefined ? {} : { email }),
        directory,
        domains,
      );
      if (refused) {
        await assert.rejects(attempt, (error: Error) => refusal.test(error.message) && !error.message.includes("@"));
      } else assert.equal(await attempt, "created");
      assert.deepEqual(asked, []);
    });

  for (const name of ["custom:tenant", "custom:groups", "custom:subject"])
    it(`is refused to whoever brings a ${name}`, async () => {
      const event = preSignUp("PreSignUp_SignUp", "ada", { email: "ada@example.com", [name]: "operators" });
      await assert.rejects(run(event, directoryOf([]).directory), {
        reason: "reservedAttribute",
        message: "Nobody may sign up with custom:tenant, custom:groups, custom:subject; leave them out",
      });
    });

  it("is open to whoever an administrator creates, with a tenant and of any domain", async () => {
    const attributes = { email: "ada@example.org", "custom:tenant": "warehouse" };
    const event = preSignUp("PreSignUp_AdminCreateUser", "ada", attributes);
    assert.equal(await run(event, directoryOf([]).directory, ["example.com"]), "created");
  });

  it("leaves confirming and verifying to Cognito, whoever it is", async () => {
    for (const source of ["PreSignUp_SignUp", "PreSignUp_AdminCreateUser", "PreSignUp_ExternalProvider"] as const) {
      const event = preSignUp(source, `partner_${uuid}`, { email: ada.email, email_verified: "true" });
      await run(event, directoryOf([ada]).directory);
      assert.deepEqual(event.response, { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false });
    }
  });

  it("is refused in ways that nobody has decided about", async () => {
    await assert.rejects(
      run(preSignUp("PreSignUp_Other" as never, "ada", {}), directoryOf([]).directory),
      /Nothing is decided about PreSignUp_Other/,
    );
  });
});

describe("a first federated sign-in", () => {
  const verified = { email: "ada@partner.example", email_verified: "true" };
  const linkedTo = (subject: string) => ["eu-west-1_Example01", "native-1", "Partner", subject];

  for (const { why, userName, attributes, link } of [
    { why: "links to the account with its address", userName: `Partner_${uuid}`, link: linkedTo(uuid) },
    { why: "knows its provider in lower case", userName: `partner_${uuid}`, link: linkedTo(uuid) },
    { why: "keeps a subject of digits", userName: "partner_1024", link: linkedTo("1024") },
    { why: "keeps a subject that has kept its capitals", userName: "Partner_aB3", link: linkedTo("aB3") },
    { why: "keeps underscores in a subject", userName: "partner_1_2", link: linkedTo("1_2") },
    {
      why: "takes the spelling of a mapped subject",
      userName: "partner_ab3",
      attributes: { ...verified, "custom:subject": "aB3" },
      link: linkedTo("aB3"),
    },
    {
      why: "takes an address as the subject in the provider's spelling",
      userName: "partner_ada@partner.example",
      attributes: { ...verified, email: "Ada@partner.example" },
      link: linkedTo("Ada@partner.example"),
    },
  ])
    it(why, async () => {
      const { directory, links } = directoryOf([ada]);
      const event = preSignUp("PreSignUp_ExternalProvider", userName, attributes ?? verified);
      assert.equal(await run(event, directory), "linked");
      assert.deepEqual(links, [link]);
    });

  const federated = { ...ada, username: "Retired_7", status: "EXTERNAL_PROVIDER" };
  it("links beside accounts that are a provider's alone", async () => {
    const { directory, links } = directoryOf([federated, ada]);
    await run(preSignUp("PreSignUp_ExternalProvider", `partner_${uuid}`, verified), directory);
    assert.deepEqual(links, [linkedTo(uuid)]);
  });

  for (const { why, userName = `Partner_${uuid}`, attributes = verified, accounts = [ada] } of [
    { why: "whose provider has not verified the address", attributes: { ...verified, email_verified: "false" } },
    { why: "whose provider does not say that it has", attributes: { email: ada.email } },
    { why: "without an address", attributes: { email_verified: "true" } },
    {
      why: "with an address of a domain that the provider does not speak for",
      attributes: { ...verified, email: "ada@example.com" },
      accounts: [{ ...ada, email: "ada@example.com" }],
    },
    { why: "of a provider that speaks for no domain", userName: `Google_${uuid}` },
    { why: "of a provider that is not declared", userName: `Stranger_${uuid}` },
    { why: "whose name fits two providers", userName: "Partner_Two_7" },
    { why: "whose subject may be spelled another way", userName: "partner_ab3" },
    {
      why: "whose mapped subject is another's",
      userName: "partner_ab3",
      attributes: { ...verified, "custom:subject": "aB4" },
    },
    {
      why: "with letters that might fold into others",
      attributes: { ...verified, email: "ada\u212a@partner.example" },
      accounts: [{ ...ada, email: "adak@partner.example" }],
    },
    { why: "whose address nobody has", accounts: [] },
    { why: "whose address two have", accounts: [ada, { ...ada, username: "native-2" }] },
    { why: "whose address only a federated user has", accounts: [federated] },
    { why: "whose address a user of a federated name has", accounts: [{ ...ada, username: "google_7" }] },
    { why: "whose address is not verified here", accounts: [{ ...ada, emailVerified: false }] },
    ...["UNCONFIRMED", "FORCE_CHANGE_PASSWORD", "RESET_REQUIRED", "UNKNOWN"].map((status) => ({
      why: `whose account is ${status}`,
      accounts: [{ ...ada, status }],
    })),
    { why: "for whom the list holds another address", accounts: [{ ...ada, email: "bob@partner.example" }] },
  ] as { why: string; userName?: string; attributes?: Record<string, string>; accounts?: Account[] }[])
    it(`makes an account of its own for somebody ${why}`, async () => {
      const { directory, links } = directoryOf(accounts);
      const event = preSignUp("PreSignUp_ExternalProvider", userName, attributes);
      assert.equal(await run(event, directory), "created");
      assert.deepEqual(links, []);
    });

  for (const { why, accounts } of [
    { why: "the account", accounts: [{ ...ada, enabled: false }] },
    { why: "one of the accounts", accounts: [ada, { ...ada, username: "native-2", enabled: false }] },
  ])
    it(`is refused, and not linked, where ${why} with its address is disabled`, async () => {
      const { directory, links } = directoryOf(accounts);
      const event = preSignUp("PreSignUp_ExternalProvider", `Partner_${uuid}`, verified);
      await assert.rejects(run(event, directory), { reason: "accountDisabled" });
      assert.deepEqual(links, []);
    });

  for (const { why, userName, attributes, refused } of [
    { why: "of a domain that its provider speaks for", userName: `Partner_${uuid}`, attributes: verified },
    { why: "of a listed domain, verified", userName: "Google_7", attributes: { ...verified, email: "a@example.com" } },
    {
      why: "of a listed domain that nobody verified",
      userName: "Google_7",
      attributes: { email: "a@example.com", email_verified: "false" },
      refused: true,
    },
    {
      why: "of another domain",
      userName: "Google_7",
      attributes: { ...verified, email: "a@mail.example" },
      refused: true,
    },
    { why: "without an address", userName: `Partner_${uuid}`, attributes: {}, refused: true },
  ])
    it(`is ${refused ? "closed" : "open"} to somebody ${why}, where domains are listed`, async () => {
      const attempt = run(
        preSignUp("PreSignUp_ExternalProvider", userName, attributes as Record<string, string>),
        directoryOf([]).directory,
        ["example.com"],
      );
      await (refused ? assert.rejects(attempt, { reason: "domain" }) : attempt);
    });

  it("fails when the accounts cannot be read or linked, and makes none", async () => {
    const broken = { ...directoryOf([ada]).directory, link: () => Promise.reject(new Error("throttled")) };
    await assert.rejects(
      run(preSignUp("PreSignUp_ExternalProvider", `Partner_${uuid}`, verified), broken),
      /throttled/,
    );
  });
});
