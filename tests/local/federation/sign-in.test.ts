import assert from "node:assert/strict";
import { inflateRawSync } from "node:zlib";
import type { Federation } from "../../../local/federation/contract";
import { startFederation } from "../../../local/federation/start";
import { answerOf } from "../../support/federation/person";
import { federatedStack, poolId, poolUrl } from "../../support/federation/stack";

describe("a sign-in at an identity provider on localhost", () => {
  let federation: Federation;
  before(async () => {
    federation = await startFederation({ state: federatedStack(), poolUrl });
  });
  after(() => federation.close());

  it("is offered for every SAML and OIDC provider of the pool", () =>
    assert.deepEqual(federation.providers, [
      { name: "Corp", kind: "saml", identifiers: ["corp.example.com"] },
      { name: "Plain", kind: "saml", identifiers: [] },
      { name: "Partner", kind: "oidc", identifiers: ["partner.example"] },
      { name: "Social", kind: "oidc", identifiers: [] },
    ]));

  it("asks SAML providers in the name of this pool, with its address for answers", async () => {
    const request = new URL(await federation.begin("Corp", "")).searchParams.get("SAMLRequest")!;
    const xml = inflateRawSync(Buffer.from(request, "base64")).toString("utf8");
    assert.match(xml, new RegExp(`>urn:amazon:cognito:sp:${poolId}</saml:Issuer>`));
    assert.match(xml, new RegExp(`AssertionConsumerServiceURL="${poolUrl}/saml2/idpresponse"`));
  });

  for (const { why, provider, path, claims } of [
    {
      why: "goes through SAML with signed requests and encrypted assertions",
      provider: "Corp",
      path: "/saml2/idpresponse",
      claims: { mail: "ada@corp.example.com", memberOf: "[staff, managers]", givenName: "Ada" },
    },
    {
      why: "goes through SAML without either",
      provider: "Plain",
      path: "/saml2/idpresponse",
      claims: { mail: "ada@example.com", memberOf: "[staff, managers]", givenName: "Ada" },
    },
    {
      why: "goes through OIDC with a secret, and posts for the claims of its scopes",
      provider: "Partner",
      path: "/oauth2/idpresponse",
      claims: {
        email: "ada@partner.example",
        email_verified: "true",
        name: "Ada Lovelace",
        groups: "[staff, managers]",
      },
    },
    {
      why: "goes through OIDC as a public client, and gets no claim whose scope it did not ask for",
      provider: "Social",
      path: "/oauth2/idpresponse",
      claims: { groups: "[staff, managers]" },
    },
  ]) {
    it(why, async () => {
      const answer = await answerOf(await federation.begin(provider, "relay of the pool"));
      assert.equal(answer.path, path);
      assert.deepEqual(await federation.finish(answer), {
        provider,
        relay: "relay of the pool",
        subject: "ada",
        claims,
      });
    });
  }
});
