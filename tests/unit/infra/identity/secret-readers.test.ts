import assert from "node:assert/strict";
import { planKeyPolicy } from "../../../../infra/compute/encryption-key";
import { planSecretReaders, readersPolicy, readersUse } from "../../../../infra/identity/plan-secret-readers";

const role = "arn:aws:iam::210987654321:role/fulfilment";
const planOf = (secretReaders: Record<string, string[] | undefined>) =>
  planSecretReaders({ parameters: false, scopes: {}, secretReaders });

describe("the readers of client secrets", () => {
  for (const { why, readers, plan } of [
    { why: "are nobody by default", readers: {}, plan: undefined },
    { why: "are nobody where lists are empty", readers: { backoffice: [] }, plan: undefined },
    {
      why: "are accounts and roles, each let to use the key once",
      readers: { fulfilment: [role], backoffice: ["210987654321", role] },
      plan: {
        principals: ["arn:aws:iam::210987654321:role/fulfilment", "arn:aws:iam::210987654321:root"],
        byClient: { fulfilment: [role], backoffice: ["arn:aws:iam::210987654321:root", role] },
      },
    },
  ])
    it(why, () => assert.deepEqual(planOf(readers), plan));

  it("may read one secret, and neither change it nor who reads it", () => {
    const [statement, ...others] = readersPolicy([role]).Statement;
    assert.deepEqual(others, []);
    assert.deepEqual(statement, {
      Effect: "Allow",
      Principal: { AWS: [role] },
      Action: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
      Resource: "*",
    });
  });

  it("may decrypt with the key through Secrets Manager of this region alone", () => {
    const place = { account: "123456789012", region: "eu-west-1" };
    const [, statement] = planKeyPolicy(place.account, readersUse([role])(place)).Statement;
    assert.deepEqual(statement, {
      Effect: "Allow",
      Principal: { AWS: [role] },
      Action: ["kms:Decrypt", "kms:DescribeKey"],
      Resource: "*",
      Condition: { StringEquals: { "kms:ViaService": "secretsmanager.eu-west-1.amazonaws.com" } },
    });
  });
});
