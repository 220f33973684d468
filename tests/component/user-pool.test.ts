import assert from "node:assert/strict";
import { build, full, least } from "./environments";
import { type Declared, find } from "./mocks";

describe("the user pool with all that an environment can have", () => {
  let all: readonly Declared[];
  const named = (name: string) => find(all, name);
  before(async () => {
    all = await build(full);
  });

  it("proves the login's own domain in us-east-1 before the domain is made, and points to it after", () => {
    const region = "us-east-1";
    const { inputs } = named("users-certificate");
    assert.deepEqual(inputs, { region, domainName: "login.example.com", validationMethod: "DNS" });
    assert.equal(named("users-certificate-record").inputs.name, "_proof");
    const validation = named("users-certificate-validation");
    assert.equal(validation.inputs.region, region);
    assert.ok(validation.after.includes("users-certificate-record"));
    assert.ok(named("users-domain").after.includes("users-certificate-validation"));
    assert.equal(named("users-domain").inputs.domain, "login.example.com");
    assert.equal(named("users-domain").inputs.managedLoginVersion, 2);
    assert.deepEqual(named("users-record").inputs, {
      zoneId: "Z0123",
      name: "login.example.com",
      type: "A",
      aliases: [
        {
          name: "users-domain_cloudfrontDistribution",
          zoneId: "users-domain_cloudfrontDistributionZoneId",
          evaluateTargetHealth: false,
        },
      ],
    });
  });

  it("sends text messages with a role that Cognito alone may take, by an external id, for this account", () => {
    const { snsCallerArn, externalId } = named("users-pool").inputs.smsConfiguration as Record<string, string>;
    assert.equal(snsCallerArn, "users-sms-role_arn");
    const [trust] = JSON.parse(named("users-sms-role").inputs.assumeRolePolicy as string).Statement;
    assert.deepEqual(trust.Principal, { Service: "cognito-idp.amazonaws.com" });
    assert.deepEqual(trust.Condition, {
      StringEquals: { "sts:ExternalId": externalId, "aws:SourceAccount": "123456789012" },
    });
    assert.ok(named("users-pool").after.includes("users-sms-policy"), "AWS tries the role when it makes the pool");
  });

  it("judges risk, keeps logs and filters requests, all of this pool", () => {
    assert.equal(named("users-risk").inputs.userPoolId, "users-pool_id");
    assert.deepEqual(named("users-log-delivery").inputs, {
      userPoolId: "users-pool_id",
      logConfigurations: [
        {
          eventSource: "userAuthEvents",
          logLevel: "INFO",
          cloudWatchLogsConfiguration: { logGroupArn: "users-auth-events-log_arn" },
        },
        {
          eventSource: "userNotification",
          logLevel: "ERROR",
          cloudWatchLogsConfiguration: { logGroupArn: "users-delivery-errors-log_arn" },
        },
      ],
    });
    assert.deepEqual(named("users-web-acl-association").inputs, {
      resourceArn: "users-pool_arn",
      webAclArn: "users-web-acl_arn",
    });
  });

  it("protects the user pool in AWS and in Pulumi", () => {
    assert.equal(named("users-pool").inputs.deletionProtection, "ACTIVE");
    assert.equal(named("users-pool").isProtected, true);
  });
});

describe("the user pool with the least", () => {
  let all: readonly Declared[];
  const named = (name: string) => find(all, name);
  before(async () => {
    all = await build(least);
  });

  it("makes no more than the pool needs", () => {
    const made = new Set(all.map(({ type }) => type.split("/")[0]));
    assert.deepEqual([...made].sort(), [
      "aws:cloudwatch",
      "aws:cognito",
      "aws:iam",
      "aws:lambda",
      "aws:secretsmanager",
    ]);
    for (const name of ["users-risk", "users-log-delivery", "users-sms-role"])
      assert.ok(!all.some((one) => one.name === name), name);
    assert.equal(named("users-pool").inputs.smsConfiguration, undefined);
    assert.equal(named("users-pool").isProtected, false);
    assert.equal(named("users-domain").inputs.domain, "shop");
  });
});
