import assert from "node:assert/strict";
import type { PropertyMap } from "../../../../../local/engine/model";
import { simulation } from "../../../../../local/engine/simulate";

const context = { region: "eu-west-1", account: "123456789012" };

function run(token: string, args: PropertyMap = {}, where = context): PropertyMap {
  const invoke = simulation.invokes.get(token);
  assert.ok(invoke, `${token} is not simulated`);
  return invoke.run(args, where);
}

const policy = (args: PropertyMap): unknown =>
  JSON.parse(String(run("aws:iam/getPolicyDocument:getPolicyDocument", args).json));

describe("simulated invokes", () => {
  for (const [why, token, args, expected] of [
    [
      "the caller is in the account",
      "aws:index/getCallerIdentity:getCallerIdentity",
      {},
      { accountId: "123456789012" },
    ],
    [
      "the region is the provider's",
      "aws:index/getRegion:getRegion",
      {},
      { id: "eu-west-1", region: "eu-west-1", description: "Europe (Ireland)" },
    ],
    [
      "another region can be asked for",
      "aws:index/getRegion:getRegion",
      { region: "us-east-1" },
      { region: "us-east-1", endpoint: "ec2.us-east-1.amazonaws.com" },
    ],
    [
      "the partition is AWS's own",
      "aws:index/getPartition:getPartition",
      {},
      { partition: "aws", dnsSuffix: "amazonaws.com", reverseDnsPrefix: "com.amazonaws" },
    ],
    [
      "a region has three zones",
      "aws:index/getAvailabilityZones:getAvailabilityZones",
      { state: "available" },
      { names: ["eu-west-1a", "eu-west-1b", "eu-west-1c"], zoneIds: ["euw1-az1", "euw1-az2", "euw1-az3"] },
    ],
    [
      "zones can be left out",
      "aws:index/getAvailabilityZones:getAvailabilityZones",
      { excludeNames: ["eu-west-1a"], excludeZoneIds: ["euw1-az3"] },
      { names: ["eu-west-1b"] },
    ],
    [
      "a hosted zone has no dot at its end",
      "aws:route53/getZone:getZone",
      { name: "example.com." },
      { name: "example.com" },
    ],
  ] as const) {
    it(why, () => {
      const result = run(token, args as unknown as PropertyMap);
      assert.deepEqual(Object.fromEntries(Object.keys(expected).map((key) => [key, result[key]])), expected);
    });
  }

  it("China has a partition of its own", () => {
    const result = run("aws:index/getPartition:getPartition", {}, { ...context, region: "cn-north-1" });
    assert.deepEqual([result.partition, result.dnsSuffix], ["aws-cn", "amazonaws.com.cn"]);
  });
});

describe("getPolicyDocument", () => {
  it("writes a statement as IAM reads it: one value alone, several as a list, variables with a dollar sign", () => {
    const statement = {
      sid: "Read",
      actions: ["s3:GetObject", "s3:ListBucket"],
      resources: ["arn:aws:s3:::home/&{aws:username}/*"],
      principals: [
        { type: "Service", identifiers: ["lambda.amazonaws.com"] },
        { type: "AWS", identifiers: ["1", "2"] },
      ],
      conditions: [
        { test: "StringEquals", variable: "aws:SourceAccount", values: ["123456789012"] },
        { test: "StringEquals", variable: "aws:PrincipalTag/team", values: ["a", "b"] },
      ],
    };
    assert.deepEqual(policy({ statements: [statement] }), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Read",
          Effect: "Allow",
          Action: ["s3:ListBucket", "s3:GetObject"],
          Resource: "arn:aws:s3:::home/${aws:username}/*",
          Principal: { Service: "lambda.amazonaws.com", AWS: ["2", "1"] },
          Condition: { StringEquals: { "aws:SourceAccount": "123456789012", "aws:PrincipalTag/team": ["a", "b"] } },
        },
      ],
    });
  });

  it("writes everyone as a star", () => {
    const statements = [{ effect: "Deny", actions: ["*"], principals: [{ type: "*", identifiers: ["*"] }] }];
    assert.deepEqual(policy({ statements }), {
      Version: "2012-10-17",
      Statement: [{ Effect: "Deny", Action: "*", Principal: "*" }],
    });
  });

  it("lets own statements replace sources, and overrides replace both, by Sid", () => {
    const document = (sid: string, action: string) =>
      JSON.stringify({ Statement: [{ Sid: sid, Effect: "Allow", Action: action }] });
    const result = policy({
      sourcePolicyDocuments: [document("A", "source"), document("B", "source")],
      statements: [
        { sid: "B", actions: ["own"] },
        { sid: "C", actions: ["own"] },
      ],
      overridePolicyDocuments: [document("C", "override"), document("D", "override")],
    }) as { Statement: { Sid: string; Action: string }[] };
    assert.deepEqual(
      result.Statement.map(({ Sid, Action }) => `${Sid} ${Action}`),
      ["A source", "B own", "C override", "D override"],
    );
  });

  it("gives the same text without spaces, and an id that follows the text", () => {
    const result = run("aws:iam/getPolicyDocument:getPolicyDocument", { statements: [{ actions: ["a"] }] });
    assert.deepEqual(JSON.parse(String(result.minifiedJson)), JSON.parse(String(result.json)));
    assert.match(String(result.id), /^\d+$/);
  });
});
