import assert from "node:assert/strict";
import type { Settings } from "../../../../infra/config/schema";
import { loginUrl, planDomain } from "../../../../infra/identity/plan-domain";
import { planFirewall } from "../../../../infra/identity/plan-firewall";
import { planLambdaConfig } from "../../../../infra/identity/plan-lambda-config";
import { planLogExport } from "../../../../infra/identity/plan-log-export";
import { planRisk } from "../../../../infra/identity/plan-risk";
import { settingsOf } from "../../../support/settings";

const dev = settingsOf("dev");
const withPool = (changes: Partial<Settings["userPool"]>): Settings => ({
  ...dev,
  userPool: { ...dev.userPool, ...changes },
});

describe("the plan of threat protection", () => {
  const addresses = { blockedAddresses: ["192.0.2.0/24"], trustedAddresses: ["198.51.100.7/32"] };
  const email = { from: "no-reply@example.com", sesIdentityArn: "arn:ses", replyTo: "help@example.com" };
  const riskOf = (mode: "audit" | "enforced", changes: Partial<Settings["userPool"]> = {}) => {
    const { userPool } = withPool({ threatProtection: { mode, ...addresses }, email: undefined, ...changes });
    return planRisk(userPool)!;
  };

  it("is none where there is none", () =>
    assert.equal(planRisk(withPool({ threatProtection: { mode: "off", reason: "a test" } }).userPool), undefined));

  it("lets no known password in, at sign-in, sign-up or change", () =>
    assert.deepEqual(riskOf("enforced").compromisedCredentialsRiskConfiguration, {
      actions: { eventAction: "BLOCK" },
      eventFilters: ["SIGN_IN", "SIGN_UP", "PASSWORD_CHANGE"],
    }));

  it("asks for more as the risk grows, and stops the highest", () => {
    const { lowAction, mediumAction, highAction } = riskOf("enforced").accountTakeoverRiskConfiguration.actions;
    assert.deepEqual(
      [lowAction, mediumAction, highAction].map(({ eventAction }) => eventAction),
      ["NO_ACTION", "MFA_IF_CONFIGURED", "BLOCK"],
    );
  });

  it("tells people of it where it has a sender, and only there", () => {
    const told = riskOf("enforced", { email }).accountTakeoverRiskConfiguration;
    assert.deepEqual(told.notifyConfiguration, {
      from: "no-reply@example.com",
      sourceArn: "arn:ses",
      replyTo: "help@example.com",
    });
    assert.deepEqual([told.actions.mediumAction.notify, told.actions.highAction.notify], [true, true]);
    const silent = riskOf("enforced").accountTakeoverRiskConfiguration;
    assert.equal(silent.notifyConfiguration, undefined);
    assert.deepEqual([silent.actions.mediumAction.notify, silent.actions.highAction.notify], [false, false]);
  });

  it("never lets blocked addresses in, and does not judge trusted ones", () =>
    assert.deepEqual(riskOf("enforced").riskExceptionConfiguration, {
      blockedIpRangeLists: ["192.0.2.0/24"],
      skippedIpRangeLists: ["198.51.100.7/32"],
    }));

  it("is ready while it only watches", () => assert.deepEqual(riskOf("audit"), riskOf("enforced")));
});

describe("the plan of the log export", () => {
  it("keeps each log in a group of its own, for as long as every other log", () => {
    const settings = withPool({ logExport: ["authEvents", "deliveryErrors"] });
    assert.deepEqual(planLogExport(settings, "shop-dev"), [
      {
        role: "auth-events",
        group: { name: "/aws/vendedlogs/cognito/shop-dev/auth-events", ownKey: false },
        delivery: { eventSource: "userAuthEvents", logLevel: "INFO" },
      },
      {
        role: "delivery-errors",
        group: { name: "/aws/vendedlogs/cognito/shop-dev/delivery-errors", ownKey: false },
        delivery: { eventSource: "userNotification", logLevel: "ERROR" },
      },
    ]);
  });
});

describe("the plan of the firewall", () => {
  it("is none where there is none", () => assert.equal(planFirewall(withPool({ firewall: undefined })), undefined));

  it("stops an address that asks too often, then what AWS's common rules know, and says so in metrics", () => {
    const visible = (metricName: string) => ({
      cloudwatchMetricsEnabled: true,
      sampledRequestsEnabled: true,
      metricName,
    });
    assert.deepEqual(planFirewall({ ...withPool({ firewall: { requestsPerAddress: 300 } }), allowLocalhost: false }), {
      scope: "REGIONAL",
      description: "Before the user pool",
      defaultAction: { allow: {} },
      rules: [
        {
          name: "requests-per-address",
          priority: 0,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: 300, aggregateKeyType: "IP", evaluationWindowSec: 300 } },
          visibilityConfig: visible("requests-per-address"),
        },
        {
          name: "common-rules",
          priority: 1,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: {
              vendorName: "AWS",
              name: "AWSManagedRulesCommonRuleSet",
              ruleActionOverrides: [
                { name: "SizeRestrictions_BODY", actionToUse: { count: {} } },
                { name: "NoUserAgent_HEADER", actionToUse: { count: {} } },
              ],
            },
          },
          visibilityConfig: visible("common-rules"),
        },
        {
          name: "known-bad-inputs",
          priority: 2,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: {
              vendorName: "AWS",
              name: "AWSManagedRulesKnownBadInputsRuleSet",
              ruleActionOverrides: [],
            },
          },
          visibilityConfig: visible("known-bad-inputs"),
        },
        {
          name: "address-reputation",
          priority: 3,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: {
              vendorName: "AWS",
              name: "AWSManagedRulesAmazonIpReputationList",
              ruleActionOverrides: [],
            },
          },
          visibilityConfig: visible("address-reputation"),
        },
      ],
      visibilityConfig: visible("user-pool"),
    });
  });

  it("lets callbacks to localhost through where the environment has them, beside the rest", () => {
    const plan = planFirewall({ ...withPool({ firewall: { requestsPerAddress: 300 } }), allowLocalhost: true });
    const common = plan?.rules[1]?.statement;
    assert.ok(common && "managedRuleGroupStatement" in common);
    assert.deepEqual(
      common.managedRuleGroupStatement.ruleActionOverrides.map(({ name }) => name),
      ["SizeRestrictions_BODY", "NoUserAgent_HEADER", "EC2MetaDataSSRF_QUERYARGUMENTS", "EC2MetaDataSSRF_BODY"],
    );
  });
});

describe("the plan of the login's domain", () => {
  for (const { why, domain, expected, url } of [
    {
      why: "is a prefix of Cognito's own",
      domain: { kind: "prefix", prefix: "shop-dev" },
      expected: "shop-dev",
      url: "https://shop-dev.auth.eu-west-1.amazoncognito.com",
    },
    {
      why: "is a domain of one's own",
      domain: { kind: "custom", name: "login.example.com", hostedZoneId: "Z1" },
      expected: "login.example.com",
      url: "https://login.example.com",
    },
  ] as const)
    it(why, () => {
      assert.deepEqual(planDomain(domain), { domain: expected, managedLoginVersion: 2 });
      assert.equal(loginUrl(domain, "eu-west-1"), url);
    });
});

describe("the plan of the triggers", () => {
  const arns = { preSignUp: "a", postAuthentication: "b", preTokenGeneration: "c" };
  const person = { kind: "browser", scopes: [] } as const;
  const machine = { kind: "machine", scopes: [] } as const;

  it("gives machines' tokens to the function too", () =>
    assert.deepEqual(planLambdaConfig(arns, { person, machine }), {
      preSignUp: "a",
      postAuthentication: "b",
      preTokenGenerationConfig: { lambdaArn: "c", lambdaVersion: "V3_0" },
    }));

  it("takes the version that can change access tokens without machines", () =>
    assert.equal(planLambdaConfig(arns, { person }).preTokenGenerationConfig?.lambdaVersion, "V2_0"));

  it("has no version of a function that is not there", () => assert.deepEqual(planLambdaConfig({}, { machine }), {}));
});
