import assert from "node:assert/strict";
import { readPool } from "../../../../../local/identity/pool/read-pool";
import { providers } from "../../../../support/identity/federation";
import { poolArn, poolStack } from "../../../../support/identity/stack";

describe("what a pool declares beside its users", () => {
  for (const { why, lambdaConfig, triggers } of [
    { why: "may be no triggers", lambdaConfig: {}, triggers: {} },
    {
      why: "are triggers, and the version of their events",
      lambdaConfig: {
        ...{ preSignUp: "a", postAuthentication: "b" },
        preTokenGenerationConfig: { lambdaArn: "c", lambdaVersion: "V3_0" },
      },
      triggers: { preSignUp: "a", postAuthentication: "b", preTokenGeneration: { arn: "c", version: 3 } },
    },
    {
      why: "is version 1 where none is said",
      lambdaConfig: { preTokenGeneration: "c" },
      triggers: { preTokenGeneration: { arn: "c", version: 1 } },
    },
  ] as { why: string; lambdaConfig: Record<string, string>; triggers: object }[])
    it(why, () => assert.deepEqual(readPool(poolStack({ lambdaConfig })).triggers, triggers));

  it("are its ARN, its second factor and its identity providers", () => {
    const mfa = { mfaConfiguration: "ON", softwareTokenMfaConfiguration: { enabled: true } };
    const pool = readPool(poolStack(mfa, providers));
    assert.equal(pool.arn, poolArn);
    assert.deepEqual(pool.mfa, { mode: "ON", totp: true });
    assert.deepEqual([...pool.providers.keys()], ["Okta", "Partner"]);
    const { type, identifiers, mapping } = pool.providers.get("Okta")!;
    assert.deepEqual([type, identifiers, mapping.email], ["SAML", ["example.org"], "mail"]);
    assert.deepEqual(readPool(poolStack()).mfa, { mode: "OFF", totp: false });
  });
});
