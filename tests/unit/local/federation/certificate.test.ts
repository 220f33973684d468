import assert from "node:assert/strict";
import { createPrivateKey, X509Certificate } from "node:crypto";
import { selfSigned } from "../../../../local/federation/saml/certificate";

describe("a certificate made at run time", () => {
  it("is one that Node.js reads, of its own key, signed by it, for its name and ten years", async () => {
    const { privateKey, certificate } = await selfSigned("Örtlich", new Date("2026-05-04T03:02:01Z"));
    const read = new X509Certificate(certificate);
    assert.ok(read.checkPrivateKey(createPrivateKey(privateKey)));
    assert.ok(read.verify(read.publicKey));
    assert.deepEqual(
      [read.subject, read.issuer, read.validFrom, read.validTo],
      ["CN=Örtlich", "CN=Örtlich", "May  3 03:02:01 2026 GMT", "May  1 03:02:01 2036 GMT"],
    );
  });
});
