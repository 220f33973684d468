import type { Settings } from "../config/schema";

/**
 * A web ACL before the user pool's pages and its public API calls.
 * @returns undefined where the environment has none
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-waf.html
 */
export function planFirewall({ userPool: { firewall }, allowLocalhost }: Settings) {
  if (!firewall) return undefined;
  return {
    scope: "REGIONAL",
    description: "Before the user pool",
    defaultAction: { allow: {} },
    rules: [
      {
        name: "requests-per-address",
        priority: 0,
        action: { block: {} },
        statement: {
          rateBasedStatement: {
            limit: firewall.requestsPerAddress,
            aggregateKeyType: "IP",
            evaluationWindowSec: 300,
          },
        },
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
            ruleActionOverrides: counted(allowLocalhost).map((name) => ({ name, actionToUse: { count: {} } })),
          },
        },
        visibilityConfig: visible("common-rules"),
      },
    ],
    visibilityConfig: visible("user-pool"),
  };
}

/**
 * Rules that would block what the pool must answer: a signed SAML response is a form of more than 8 KB, a machine that asks for a
 * token need not say what it is, and a callback to localhost looks like an attempt to make a server call itself. They count instead.
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html
 * @see https://github.com/data-dot-all/dataall/pull/1097
 * @see https://github.com/awslabs/nx-plugin-for-aws/pull/1016
 */
const counted = (allowLocalhost: boolean) => [
  "SizeRestrictions_BODY",
  "NoUserAgent_HEADER",
  ...(allowLocalhost ? ["EC2MetaDataSSRF_QUERYARGUMENTS", "EC2MetaDataSSRF_BODY"] : []),
];

const visible = (metricName: string) => ({ cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName });
