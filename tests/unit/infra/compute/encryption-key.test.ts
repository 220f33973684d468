import assert from "node:assert/strict";
import { planKeyPolicy } from "../../../../infra/compute/encryption-key";
import { logsUse } from "../../../../infra/compute/logs";
import { alarmsUse } from "../../../../infra/observability/alarm-topic";
import { trailUse } from "../../../../infra/observability/audit-trail";

const place = { account: "123456789012", region: "eu-west-1" };

describe("the policy of a key", () => {
  it("lets the account's administrators in first, or nobody could change it again", () =>
    assert.deepEqual(planKeyPolicy(place.account, []).Statement, [
      { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "kms:*", Resource: "*" },
    ]));

  for (const { who, uses, service, conditions } of [
    {
      who: "CloudWatch Logs, for log groups here",
      uses: logsUse(place),
      service: "logs.eu-west-1.amazonaws.com",
      conditions: [
        {
          ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-west-1:123456789012:log-group:*" },
        },
      ],
    },
    {
      who: "alarms of this account and region",
      uses: alarmsUse(place),
      service: "cloudwatch.amazonaws.com",
      conditions: [
        {
          StringEquals: { "aws:SourceAccount": "123456789012" },
          ArnLike: { "aws:SourceArn": "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:*" },
        },
      ],
    },
    {
      who: "the one trail",
      uses: trailUse("shop-dev")(place),
      service: "cloudtrail.amazonaws.com",
      conditions: [
        {
          StringEquals: { "aws:SourceArn": "arn:aws:cloudtrail:eu-west-1:123456789012:trail/shop-dev" },
          StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudtrail:*:123456789012:trail/*" },
        },
        { StringEquals: { "aws:SourceArn": "arn:aws:cloudtrail:eu-west-1:123456789012:trail/shop-dev" } },
      ],
    },
  ])
    it(`lets ${who} use it, and says on whose behalf`, () => {
      const [, ...statements] = planKeyPolicy(place.account, uses).Statement as Record<string, unknown>[];
      assert.deepEqual(
        statements.map(({ Principal }) => Principal),
        conditions.map(() => ({ Service: service })),
      );
      assert.deepEqual(
        statements.map(({ Condition }) => Condition),
        conditions,
      );
    });

  it("gives no service the right to change or delete it", () => {
    for (const { actions } of [...logsUse(place), ...alarmsUse(place), ...trailUse("t")(place)])
      for (const action of actions) assert.match(action, /^kms:(Encrypt|Decrypt|ReEncrypt|GenerateDataKey|Describe)/);
  });
});
