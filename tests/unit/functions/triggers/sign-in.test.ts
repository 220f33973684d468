import assert from "node:assert/strict";
import { auditEvent } from "../../../../functions/triggers/post-authentication/audit-event";
import { handler } from "../../../../functions/triggers/post-authentication/handler";
import { postAuthentication, printedBy } from "./events";

const person = {
  sub: "u-1",
  email: "ada@example.com",
  name: "Ada",
  phone_number: "+15550100",
  "cognito:user_status": "CONFIRMED",
};

describe("a sign-in's audit event", () => {
  const now = new Date("2026-01-02T03:04:05Z");

  it("says who by a random id, when and through what, and nothing else", () => {
    assert.deepEqual(auditEvent(postAuthentication(person, true), now), {
      event: "signIn",
      time: "2026-01-02T03:04:05.000Z",
      userPoolId: "eu-west-1_Example01",
      clientId: "1example23456789",
      triggerSource: "PostAuthentication_Authentication",
      subject: "u-1",
      newDevice: true,
      federated: false,
    });
  });

  for (const { why, attributes } of [
    { why: "a linked account", attributes: { ...person, identities: '[{"providerName":"Partner"}]' } },
    { why: "a provider's own account", attributes: { ...person, "cognito:user_status": "EXTERNAL_PROVIDER" } },
  ])
    it(`says that ${why} is federated`, () =>
      assert.equal(auditEvent(postAuthentication(attributes), now).federated, true));

  it("is one line", async () => {
    const event = postAuthentication(person);
    const lines = await printedBy(async () => assert.equal(await handler(event), event));
    assert.equal(lines.length, 1);
    assert.equal(JSON.parse(lines[0]!).subject, "u-1");
    assert.doesNotMatch(lines[0]!, /ada|Ada|@|\+1555/);
  });

  it("never keeps anybody out, even when it cannot be written", async () => {
    const broken = { ...postAuthentication(person), request: undefined } as never;
    const lines = await printedBy(async () => assert.equal(await handler(broken), broken));
    assert.deepEqual(
      lines.map((line) => JSON.parse(line)),
      [{ event: "signIn", failed: "TypeError" }],
    );
  });
});
