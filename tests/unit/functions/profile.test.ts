import assert from "node:assert/strict";
import { handler } from "../../../functions/profile/handler";

const caller = { subject: "u-1", clientId: "c-1", scopes: ["openid"], groups: ["support"], tenant: "acme" };

describe("the profile", () => {
  const claims = { sub: "u-1", client_id: "c-1", scope: "openid", tenant: "acme" };
  const context = { subject: "u-1", clientId: "c-1", scope: "openid", groups: "support", tenant: "acme" };
  for (const { why, authorizer } of [
    { why: "a REST API behind a user pool", authorizer: { claims: { ...claims, "cognito:groups": "support" } } },
    {
      why: "an HTTP API behind a JWT authorizer",
      authorizer: { jwt: { claims: { ...claims, "cognito:groups": "[support]" }, scopes: null } },
    },
    { why: "a REST API behind a function", authorizer: { ...context, principalId: "u-1" } },
    { why: "an HTTP API behind a function", authorizer: { lambda: context } },
  ])
    it(`tells callers of ${why} their groups and tenant`, async () => {
      const event = { headers: {}, requestContext: { authorizer }, body: null, isBase64Encoded: false };
      const { statusCode, body } = await handler(event as never);
      assert.deepEqual([statusCode, JSON.parse(body!)], [200, caller]);
    });

  it("is nobody's without an authorizer", async () => {
    const event = { headers: {}, requestContext: {}, body: null, isBase64Encoded: false };
    assert.equal((await handler(event as never)).statusCode, 401);
  });
});
