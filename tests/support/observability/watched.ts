import type { Metric } from "../../../infra/observability/metrics";
import type { Watched } from "../../../infra/observability/plan-alarms";
import type { settingsOf } from "../settings";

/** A small platform with one of everything. */
export const watched: Watched = {
  namespace: "shop/dev",
  rest: { apiName: "rest-api-1", stage: "v1" },
  http: { apiId: "abc123", stage: "$default" },
  functions: {
    judge: { name: "judge-1", decides: true },
    orders: { name: "orders-1", decides: false },
  },
  userPoolId: "eu-west-1_AbC123xyz",
  queues: { parcels: { name: "parcels-1", deadLetters: "parcels-dead-1" } },
  firewalls: { "REST API": "rest-api" },
};

export const thresholds = {
  emails: ["on-call@example.com"],
  serverErrorPercent: 5,
  refusals: 500,
  authorizerMilliseconds: 1000,
  queueAgeSeconds: 900,
} satisfies NonNullable<ReturnType<typeof settingsOf>["observability"]["alarms"]>;

/** What AWS's services publish, by namespace and dimensions, each from the page that its constructor names. */
const published: Readonly<Record<string, readonly string[]>> = {
  "AWS/ApiGateway ApiName Stage": ["Count", "4XXError", "5XXError", "Latency", "IntegrationLatency"],
  "AWS/ApiGateway ApiId Stage": ["Count", "4xx", "5xx", "Latency", "IntegrationLatency", "DataProcessed"],
  "AWS/Lambda FunctionName": ["Invocations", "Errors", "Throttles", "Duration", "ConcurrentExecutions"],
  "AWS/SQS QueueName": [
    ...["ApproximateAgeOfOldestMessage", "ApproximateNumberOfMessagesVisible", "NumberOfMessagesSent"],
    ...["NumberOfMessagesReceived", "NumberOfMessagesDeleted", "SentMessageSize"],
  ],
  "AWS/WAFV2 Region Rule WebACL": ["AllowedRequests", "BlockedRequests", "CountedRequests", "PassedRequests"],
  "shop/dev ": ["RestRefusals", "HttpRefusals", "RestAuthorizerFailures", "HttpAuthorizerFailures"],
};

/** Whether somebody publishes such a metric: a wrong name or dimension is no error in AWS, it is silence. */
export const isPublished = ({ namespace, name, dimensions }: Pick<Metric, "namespace" | "name" | "dimensions">) =>
  published[`${namespace} ${Object.keys(dimensions).sort().join(" ")}`]?.includes(name) ?? false;
