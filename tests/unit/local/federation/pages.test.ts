import assert from "node:assert/strict";
import { personPage, readDecision } from "../../../../local/federation/pages/person-page";
import { suggestPerson } from "../../../../local/federation/pages/suggest";
import { readProviders } from "../../../../local/federation/provider/read-providers";
import { readForm } from "../../../support/federation/person";
import { federatedStack, identityProvider } from "../../../support/federation/stack";

const { providers } = readProviders(federatedStack());
const [corp, , partner] = providers as [(typeof providers)[0], unknown, (typeof providers)[0]];

describe("the page of a stand-in", () => {
  it("says whom this machine plays", () => assert.equal(personPage(corp, "/").title, "This machine plays Corp"));

  it("has one field for every claim that the pool reads, filled in", () => {
    const { action, fields } = readForm(personPage(partner, "/Partner/sign-in/x").body.text);
    assert.equal(action, "/Partner/sign-in/x");
    assert.deepEqual(fields, {
      subject: "ada",
      "claim.email": "ada@partner.example",
      "claim.email_verified": "true",
      "claim.name": "Ada Lovelace",
      "claim.groups": "[staff, managers]",
    });
  });

  it("suggests a tenant, and something for what it does not know", () => {
    const attributeMapping = { "custom:tenant": "org", "custom:shoe": "shoe" };
    const state = federatedStack([
      identityProvider("P", "SAML", {}, { attributeMapping, idpIdentifiers: ["acme", "acme.example"] }),
    ]);
    assert.deepEqual(suggestPerson(readProviders(state).providers[0]!).claims, { org: "acme", shoe: "example" });
  });

  for (const { why, form, decision } of [
    {
      why: "signs in with the claims that are filled in, and no others",
      form: {
        decision: "sign-in",
        subject: " grace ",
        "claim.mail": "g@example.com",
        "claim.givenName": " ",
        "claim.x": "y",
      },
      decision: { kind: "sign-in", person: { subject: "grace", claims: { mail: "g@example.com" } } },
    },
    { why: "refuses without asking who it is", form: { decision: "refuse" }, decision: { kind: "refuse" } },
    {
      why: "asks for a subject",
      form: { decision: "sign-in", subject: " " },
      decision: { kind: "unclear", detail: "subject is missing: say who signs in." },
    },
    {
      why: "takes no control characters",
      form: { decision: "sign-in", subject: "a\u0000da" },
      decision: { kind: "unclear", detail: "a field holds a control character, which no claim may hold." },
    },
    {
      why: "asks for a decision",
      form: { subject: "ada" },
      decision: { kind: "unclear", detail: "decision is missing; expected sign-in or refuse." },
    },
  ]) {
    it(why, () => assert.deepEqual(readDecision(corp, form), decision));
  }
});
