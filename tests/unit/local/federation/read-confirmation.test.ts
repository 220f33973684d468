import assert from "node:assert/strict";
import { readConfirmation } from "../../../../local/federation/saml/read-confirmation";

const data = {
  $: { InResponseTo: "_asked", Recipient: "https://pool.example/", NotOnOrAfter: "2026-05-04T03:02:01Z" },
};
const assertion = (...confirmations: readonly unknown[]) => ({
  Assertion: {
    $: { ID: "_a" },
    Subject: [{ SubjectConfirmation: confirmations.map((one) => ({ SubjectConfirmationData: [one] })) }],
  },
});

describe("the confirmation of a SAML subject", () => {
  it("says what it answers, for whom, and until when", () =>
    assert.deepEqual(readConfirmation(assertion(data)), {
      assertionId: "_a",
      inResponseTo: "_asked",
      recipient: "https://pool.example/",
      notOnOrAfter: new Date("2026-05-04T03:02:01Z"),
    }));

  for (const { why, document } of [
    { why: "must be there", document: assertion() },
    { why: "must be the only one, or it would be open which counts", document: assertion(data, data) },
    { why: "must end", document: assertion({ $: { Recipient: "https://pool.example/" } }) },
    { why: "must be of an assertion with an ID", document: { Assertion: { ...assertion(data).Assertion, $: {} } } },
  ]) {
    it(why, () =>
      assert.throws(() => readConfirmation(document), {
        fault: "malformed",
        message: "The assertion must confirm its subject once, with NotOnOrAfter, and have an ID.",
      }),
    );
  }
});
