import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import type { SamlParties } from "../../../local/federation/saml/parties";
import { asked, issuer, plain, SamlPair } from "../../support/federation/saml";

describe("a SAML request", () => {
  let pair: SamlPair;
  before(async () => {
    pair = await SamlPair.make();
  });

  const query = (url: string) => {
    const { search, searchParams } = new URL(url);
    return { raw: search.slice(1), query: Object.fromEntries(searchParams) };
  };
  const requestOf = async (changes: Partial<SamlParties>, settings = plain) =>
    query(await pair.pool(settings, changes).begin(asked));

  it("is heard by the provider with the request's id, signed where requests are signed", async () => {
    const signing = { ...plain, signedRequests: true };
    const [unsigned, signed] = [await requestOf({}), await requestOf({}, signing)];
    assert.deepEqual([unsigned.query.SigAlg, unsigned.query.Signature], [undefined, undefined]);
    assert.equal(signed.query.SigAlg, "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
    const taken = { id: asked.id, relayState: asked.id };
    assert.deepEqual(await pair.provider().read(unsigned), taken);
    assert.deepEqual(await pair.provider(signing).read(signed), taken);
  });

  for (const { why, request, settings, message } of [
    {
      why: "is not heard for another pool",
      request: () => requestOf({ audience: "urn:amazon:cognito:sp:eu-west-1_Another01" }),
      message: `it is of urn:amazon:cognito:sp:eu-west-1_Another01`,
    },
    {
      why: "is not heard when the answer would go elsewhere",
      request: () => requestOf({ recipient: "https://evil.example/" }),
      message: "it wants its answer at https://evil.example/",
    },
    {
      why: "is not heard when a stranger signed",
      request: () => requestOf({ poolKey: pair.strangerKey }, { ...plain, signedRequests: true }),
      settings: { ...plain, signedRequests: true },
      message: "its signature is not the pool's, or it has been changed since",
    },
    {
      why: "is not heard with a document type, by which entities come in",
      request: async () => {
        const xml = `<!DOCTYPE a><samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_a"/>`;
        const SAMLRequest = deflateRawSync(xml).toString("base64");
        return query(`${issuer}/sso?${new URLSearchParams({ SAMLRequest })}`);
      },
      message: "it cannot be read (ERR_INVALID_XML)",
    },
  ]) {
    it(why, async () => assert.rejects(pair.provider(settings).read(await request()), { message }));
  }
});
