import type { ApiKind } from "../catalogue/define/route";
import {
  type ApiMetric,
  firewallMetric,
  functionMetric,
  httpMetric,
  type Metric,
  type Name,
  queueMetric,
  restMetric,
  userPoolCount,
  userPoolQuery,
} from "./metrics";
import type { Watched } from "./plan-alarms";
import { logMetric } from "./plan-log-metrics";

/** One line of a graph. */
type Line = { readonly label: string } & ({ readonly metric: Metric } | { readonly query: Name });

interface Graph {
  readonly title: string;
  readonly lines: readonly Line[];
}

const columns = 24;
const size = { width: 8, height: 6 };
const period = 300;

/**
 * A dashboard's body: for each part of the platform some graphs side by side, in the order in which a request meets them.
 * Limit: 500 metrics a graph, 2,500 a dashboard.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html
 */
export const planDashboard = (watched: Watched, region: Name) => ({
  widgets: [
    ...Object.entries(watched.firewalls).map(([what, webAcl]) => firewallGraph(what, webAcl, region)),
    ...apiGraphs("rest", watched),
    ...apiGraphs("http", watched),
    ...functionGraphs(watched),
    ...userPoolGraphs(watched),
    ...Object.entries(watched.queues).map(([key, names]) => queueGraph(key, names)),
  ].map(({ title, lines }, index) => ({
    type: "metric",
    x: (index * size.width) % columns,
    y: Math.floor((index * size.width) / columns) * size.height,
    ...size,
    properties: { title, region, view: "timeSeries", period, metrics: lines.map(asEntry) },
  })),
});

/** A line as CloudWatch writes it: namespace, name, dimensions one after another, and how to draw it. */
const asEntry = (line: Line) =>
  "query" in line
    ? [{ expression: line.query, label: line.label }]
    : [
        line.metric.namespace,
        line.metric.name,
        ...Object.entries(line.metric.dimensions).flat(),
        { stat: line.metric.statistic, label: line.label },
      ];

function apiGraphs(api: ApiKind, watched: Watched): Graph[] {
  const label = { rest: "REST API", http: "HTTP API" }[api];
  const metric = (name: ApiMetric, statistic: string) =>
    api === "rest" ? restMetric(watched.rest, name, statistic) : httpMetric(watched.http, name, statistic);
  return [
    { title: `${label}: requests`, lines: [{ label: "requests", metric: metric("requests", "SampleCount") }] },
    {
      title: `${label}: errors`,
      lines: [
        { label: "4xx", metric: metric("clientErrors", "Sum") },
        { label: "5xx", metric: metric("serverErrors", "Sum") },
        { label: "refused (401, 403)", metric: logMetric(watched.namespace, api, "refusals") },
        { label: "authorizer failed", metric: logMetric(watched.namespace, api, "authorizerFailures") },
      ],
    },
    {
      title: `${label}: latency in ms`,
      lines: ["p50", "p99"].map((statistic) => ({ label: statistic, metric: metric("latency", statistic) })),
    },
  ];
}

function functionGraphs({ functions }: Watched): Graph[] {
  const all = Object.entries(functions);
  const deciding = all.filter(([, { decides }]) => decides);
  const lines = (of: typeof all, ...[metric, statistic]: [Parameters<typeof functionMetric>[1], string]): Line[] =>
    of.map(([label, { name }]) => ({ label, metric: functionMetric(name, metric, statistic) }));
  return [
    { title: "Authorizers: decisions that were not cached", lines: lines(deciding, "Invocations", "Sum") },
    { title: "Authorizers: p50 in ms", lines: lines(deciding, "Duration", "p50") },
    { title: "Authorizers: p99 in ms", lines: lines(deciding, "Duration", "p99") },
    { title: "Functions: errors", lines: lines(all, "Errors", "Sum") },
    { title: "Functions: throttles", lines: lines(all, "Throttles", "Sum") },
    { title: "Functions: p99 in ms", lines: lines(all, "Duration", "p99") },
  ];
}

const userPoolCounts = {
  "sign-ins": ["SignInSuccesses", "SignInThrottles"],
  "sign-ins through identity providers": ["FederationSuccesses", "FederationThrottles"],
  "token refreshes": ["TokenRefreshSuccesses", "TokenRefreshThrottles"],
  "sign-ups": ["SignUpSuccesses", "SignUpThrottles"],
} as const;

/**
 * One query a graph is all that CloudWatch answers.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-metrics-insights-limits.html
 */
function userPoolGraphs({ userPoolId }: Watched): Graph[] {
  const graph = (title: string, name: Parameters<typeof userPoolCount>[1]): Graph => ({
    title: `User pool: ${title}`,
    lines: [{ label: title, query: userPoolQuery(userPoolCount(userPoolId, name)) }],
  });
  return Object.entries(userPoolCounts).flatMap(([what, [successes, throttles]]) => [
    graph(what, successes),
    graph(`${what} turned away`, throttles),
  ]);
}

const queueGraph = (key: string, { name, deadLetters }: Watched["queues"][string]): Graph => ({
  title: `Queue ${key}`,
  lines: [
    { label: "sent", metric: queueMetric(name, "NumberOfMessagesSent", "Sum") },
    { label: "waiting", metric: queueMetric(name, "ApproximateNumberOfMessagesVisible", "Maximum") },
    { label: "oldest, in seconds", metric: queueMetric(name, "ApproximateAgeOfOldestMessage", "Maximum") },
    { label: "given up", metric: queueMetric(deadLetters, "ApproximateNumberOfMessagesVisible", "Maximum") },
  ],
});

const firewallGraph = (what: string, webAcl: Name, region: Name): Graph => ({
  title: `Firewall before the ${what}`,
  lines: (["AllowedRequests", "BlockedRequests", "CountedRequests"] as const).map((name) => ({
    label: name.replace("Requests", "").toLowerCase(),
    metric: firewallMetric(webAcl, region, name),
  })),
});
