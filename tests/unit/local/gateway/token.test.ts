import assert from "node:assert/strict";
import { judgeCognitoToken, verifyCognitoToken } from "../../../../local/gateway/cognito-token";
import { bareToken, claimStrings, tokenScopes, verifyToken } from "../../../../local/gateway/token";
import { makeIssuer } from "../../../support/gateway/issuer";

describe("a token", () => {
  for (const { value, token } of [
    { value: "Bearer x", token: "x" },
    { value: "bearer  x ", token: "x" },
    { value: "x", token: "x" },
  ])
    it(`is read from "${value}"`, () => assert.equal(bareToken(value), token));

  it("names its claims as strings, lists in the form of its kind of API, nulls not at all", () => {
    const claims = { iat: 7, email_verified: true, "cognito:groups": ["a", "b"], address: { city: "x" }, none: null };
    const shared = { iat: "7", email_verified: "true", address: '{"city":"x"}' };
    assert.deepEqual(claimStrings(claims, "brackets"), { ...shared, "cognito:groups": "[a b]" });
    assert.deepEqual(claimStrings(claims, "commas"), { ...shared, "cognito:groups": "a,b" });
  });

  for (const { claims, scopes } of [
    { claims: { scope: "a b" }, scopes: ["a", "b"] },
    { claims: { scp: ["a", "b"] }, scopes: ["a", "b"] },
    { claims: { scope: "a", scp: ["b"] }, scopes: ["a"] },
    { claims: {}, scopes: [] },
  ])
    it(`with ${JSON.stringify(claims)} carries ${scopes.join(" and ") || "no scopes"}`, () =>
      assert.deepEqual(tokenScopes(claims), scopes));

  it("is not trusted for the algorithm that it names itself", async () => {
    const { issuer, jwks } = await makeIssuer("eu-west-1_A");
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const token = `${part({ alg: "none" })}.${part({ iss: issuer })}.`;
    const verified = await verifyToken(token, { issuers: [issuer], algorithms: ["RS256"], keys: () => jwks });
    assert.deepEqual(verified, { kind: "refused", reason: "signature is not valid" });
  });

  it("is not trusted when another known issuer signed it", async () => {
    const { jwks, sign } = await makeIssuer("eu-west-1_A");
    const rules = { issuers: ["https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_B"], algorithms: ["RS256"] };
    const verified = await verifyToken(await sign({}), { ...rules, keys: () => jwks });
    assert.deepEqual(verified, { kind: "refused", reason: "invalid issuer" });
  });

  it("must match the authorizer's expression with the whole of its aud", async () => {
    const { issuer, jwks, sign } = await makeIssuer("eu-west-1_A");
    const check = async (aud: string | undefined) => {
      const rules = { issuers: [issuer], validation: "client-\\d" };
      return (await verifyCognitoToken(await sign({ aud }), rules, () => jwks)).kind;
    };
    assert.deepEqual(await Promise.all(["client-1", "my-client-12", undefined].map(check)), [
      "genuine",
      "refused",
      "refused",
    ]);
  });
});

describe("a user pool's token, for a method", () => {
  const now = 1_000_000;
  const id = { token_use: "id", exp: 1001 };
  const access = { token_use: "access", exp: 1001, scope: "a b" };
  for (const { why, claims, scopes = [], verdict } of [
    { why: "opens one without scopes as an ID token", claims: id, verdict: "accepted" },
    { why: "does not as an access token", claims: access, verdict: "unauthorized" },
    { why: "opens one with scopes by any of them", claims: access, scopes: ["x", "b"], verdict: "accepted" },
    { why: "does not without one of them", claims: access, scopes: ["x"], verdict: "unauthorized" },
    {
      why: "does not as an ID token, whatever its scopes",
      claims: { ...id, scope: "a" },
      scopes: ["a"],
      verdict: "unauthorized",
    },
    { why: "has expired in the second that it names", claims: { ...id, exp: 1000 }, verdict: "expired" },
    { why: "never opens one without an expiry", claims: { token_use: "id" }, verdict: "unauthorized" },
  ])
    it(why, () => assert.equal(judgeCognitoToken(claims, scopes, now), verdict));
});
