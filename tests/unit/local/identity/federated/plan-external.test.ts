import assert from "node:assert/strict";
import { planExternal } from "../../../../../local/identity/federated/plan-external";

it("what a provider says becomes the attributes that are mapped, and nothing else", () => {
  const mapping = { username: "sub", email: "mail", "custom:groups": "groups", phone_number: "phone" };
  const provider = { name: "Okta", type: "SAML", mapping, identifiers: [] };
  const claims = { sub: "1", mail: "ada@example.com", groups: "[a, b]", role: "admin" };
  assert.deepEqual(planExternal(provider, { subject: "Ada.1", claims }, 7), {
    identity: { provider: "Okta", type: "SAML", subject: "Ada.1", created: 7 },
    attributes: { email: "ada@example.com", "custom:groups": "[a, b]" },
  });
});

it("the subject of an OpenID provider may be mapped", () => {
  const provider = { name: "Partner", type: "OIDC", mapping: { "custom:subject": "sub" }, identifiers: [] };
  const { attributes } = planExternal(provider, { subject: "Ada.1", claims: {} }, 7);
  assert.deepEqual(attributes, { "custom:subject": "Ada.1" });
  assert.deepEqual(planExternal({ ...provider, type: "SAML" }, { subject: "Ada.1", claims: {} }, 7).attributes, {});
});
