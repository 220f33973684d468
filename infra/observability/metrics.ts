import type { Output } from "@pulumi/pulumi";

/** A name that a resource may only have once it exists. Plans hand it on unread. */
export type Name = string | Output<string>;

/** What CloudWatch counts or measures. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  /** Such as `Sum` or `p99`. */
  readonly statistic: string;
  readonly dimensions: Readonly<Record<string, Name>>;
}

export interface RestStageNames {
  /** The API's name, not its id: two APIs of one name share their metrics. */
  readonly apiName: Name;
  readonly stage: Name;
}

export interface HttpStageNames {
  readonly apiId: Name;
  readonly stage: Name;
}

export type ApiMetric = "requests" | "clientErrors" | "serverErrors" | "latency";

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html */
const restNames: Readonly<Record<ApiMetric, string>> = {
  requests: "Count",
  clientErrors: "4XXError",
  serverErrors: "5XXError",
  latency: "Latency",
};

/** Two of them are spelt otherwise than a REST API's. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html */
const httpNames: Readonly<Record<ApiMetric, string>> = { ...restNames, clientErrors: "4xx", serverErrors: "5xx" };

export const restMetric = ({ apiName, stage }: RestStageNames, metric: ApiMetric, statistic: string): Metric => ({
  namespace: "AWS/ApiGateway",
  name: restNames[metric],
  statistic,
  dimensions: { ApiName: apiName, Stage: stage },
});

export const httpMetric = ({ apiId, stage }: HttpStageNames, metric: ApiMetric, statistic: string): Metric => ({
  namespace: "AWS/ApiGateway",
  name: httpNames[metric],
  statistic,
  dimensions: { ApiId: apiId, Stage: stage },
});

/** @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html */
export const functionMetric = (
  functionName: Name,
  name: "Invocations" | "Errors" | "Throttles" | "Duration",
  statistic: string,
): Metric => ({ namespace: "AWS/Lambda", name, statistic, dimensions: { FunctionName: functionName } });

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html */
export const queueMetric = (
  queueName: Name,
  name: "ApproximateAgeOfOldestMessage" | "ApproximateNumberOfMessagesVisible" | "NumberOfMessagesSent",
  statistic: string,
): Metric => ({ namespace: "AWS/SQS", name, statistic, dimensions: { QueueName: queueName } });

/**
 * What a web ACL did with requests, by the metric name in its visibility settings.
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/waf-metrics.html
 */
export const firewallMetric = (
  webAcl: Name,
  region: Name,
  name: "AllowedRequests" | "BlockedRequests" | "CountedRequests",
): Metric => ({
  namespace: "AWS/WAFV2",
  name,
  statistic: "Sum",
  dimensions: { WebACL: webAcl, Region: region, Rule: "ALL" },
});

/**
 * Every client's count of something that a user pool did, added up when it is asked for: Cognito counts by client only, and for
 * calls without one by `Admin` or `Invalid`.
 */
export interface UserPoolCount {
  readonly userPoolId: Name;
  readonly name: string;
  /** Exactly those that Cognito gives the metric, or nothing is found. */
  readonly schema: readonly string[];
}

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/metrics-for-cognito-user-pools.html */
const perClient = ["UserPool", "UserPoolClient"];
const schemas = {
  SignUpSuccesses: perClient,
  SignUpThrottles: perClient,
  SignInSuccesses: perClient,
  SignInThrottles: perClient,
  TokenRefreshSuccesses: perClient,
  TokenRefreshThrottles: perClient,
  FederationSuccesses: [...perClient, "IdentityProvider"],
  FederationThrottles: [...perClient, "IdentityProvider"],
} as const;

export const userPoolCount = (userPoolId: Name, name: keyof typeof schemas): UserPoolCount => ({
  userPoolId,
  name,
  schema: schemas[name],
});

/**
 * The query for it.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-metrics-insights-querylanguage.html
 */
export function userPoolQuery({ userPoolId, name, schema }: UserPoolCount): Name {
  const query = (id: string) =>
    `SELECT SUM(${name}) FROM SCHEMA("AWS/Cognito", ${schema.join(", ")}) WHERE UserPool = '${id}'`;
  return typeof userPoolId === "string" ? query(userPoolId) : userPoolId.apply(query);
}
