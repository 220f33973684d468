export interface WebAclOptions {
  /** What stands behind it; its metric, too. */
  readonly name: string;
  readonly description: string;
  /** Of one address in five minutes; more are refused. */
  readonly requestsPerAddress: number;
  /** Rules of AWS's common rule set that would refuse what must get through: they count instead. */
  readonly counted: readonly string[];
}

/**
 * A web ACL: a limit by address, then AWS's rules against addresses with a bad name, against what attackers are known to send, and
 * against what no request should hold. Together they stay below the 1,500 capacity units of WAF's basic price.
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
export const planWebAcl = ({ name, description, requestsPerAddress, counted }: WebAclOptions) => ({
  scope: "REGIONAL",
  description,
  defaultAction: { allow: {} },
  rules: [
    {
      name: "requests-per-address",
      priority: 0,
      action: { block: {} },
      statement: {
        rateBasedStatement: { limit: requestsPerAddress, aggregateKeyType: "IP", evaluationWindowSec: 300 },
      },
      visibilityConfig: visible("requests-per-address"),
    },
    managed("common-rules", 1, "AWSManagedRulesCommonRuleSet", counted),
    managed("known-bad-inputs", 2, "AWSManagedRulesKnownBadInputsRuleSet"),
    managed("address-reputation", 3, "AWSManagedRulesAmazonIpReputationList"),
  ],
  visibilityConfig: visible(name),
});

export type WebAclPlan = ReturnType<typeof planWebAcl>;

const managed = (name: string, priority: number, group: string, counted: readonly string[] = []) => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: "AWS",
      name: group,
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  visibilityConfig: visible(name),
});

const visible = (metricName: string) => ({ cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName });
