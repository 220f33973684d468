import type { ApiKind } from "../catalogue/define/route";
import type { Settings } from "../config/schema";
import {
  functionMetric,
  type HttpStageNames,
  httpMetric,
  type Metric,
  type Name,
  queueMetric,
  type RestStageNames,
  restMetric,
  type UserPoolCount,
  userPoolCount,
} from "./metrics";
import { logMetric } from "./plan-log-metrics";

/** Everything that is watched, by the names under which CloudWatch knows it. */
export interface Watched {
  /** Of the stack's own metrics, such as `gatehouse/prod`. */
  readonly namespace: string;
  readonly rest: RestStageNames;
  readonly http: HttpStageNames;
  readonly functions: Readonly<Record<string, { readonly name: Name; readonly decides: boolean }>>;
  readonly userPoolId: Name;
  readonly queues: Readonly<Record<string, { readonly name: Name; readonly deadLetters: Name }>>;
  /** Metric names of the web ACLs, by what they stand before. */
  readonly firewalls: Readonly<Record<string, Name>>;
}

/** What an alarm looks at: a metric, one as percent of another, or a user pool's count. */
export type Measure =
  | { readonly kind: "metric"; readonly metric: Metric }
  | { readonly kind: "percent"; readonly part: Metric; readonly whole: Metric }
  | { readonly kind: "userPool"; readonly count: UserPoolCount };

export interface AlarmPlan {
  /** Part of its logical name. */
  readonly role: string;
  /** What is the matter, for whoever is called at night. */
  readonly description: string;
  readonly measure: Measure;
  readonly comparison: "above" | "reaches";
  readonly threshold: number;
  /** Unit: seconds. */
  readonly period: number;
  /** How many of the latest periods must be beyond the threshold: one bad minute wakes nobody. */
  readonly breaching: number;
  readonly of: number;
}

type Thresholds = NonNullable<Settings["observability"]["alarms"]>;

const mostMinutes = { period: 60, breaching: 3, of: 5 };
const someMinutes = { period: 60, breaching: 2, of: 5 };
const fiveMinutes = { period: 300, breaching: 1, of: 1 };
const any = { comparison: "above", threshold: 0 } as const;
const one = (metric: Metric): Measure => ({ kind: "metric", metric });

/** Which alarms there are; `docs/guides/watch-the-platform.md` says what to do about each. */
export const planAlarms = (watched: Watched, thresholds: Thresholds): readonly AlarmPlan[] => [
  ...apiAlarms("rest", watched, thresholds),
  ...apiAlarms("http", watched, thresholds),
  ...functionAlarms(watched, thresholds),
  ...userPoolAlarms(watched),
  ...queueAlarms(watched, thresholds),
];

function apiAlarms(api: ApiKind, watched: Watched, { serverErrorPercent, refusals }: Thresholds): AlarmPlan[] {
  const label = { rest: "REST", http: "HTTP" }[api];
  const metric = (name: "requests" | "serverErrors", statistic: string) =>
    api === "rest" ? restMetric(watched.rest, name, statistic) : httpMetric(watched.http, name, statistic);
  return [
    {
      role: `${api}-server-errors`,
      description: `The ${label} API answers ${serverErrorPercent} % of requests or more with 5xx`,
      measure: { kind: "percent", part: metric("serverErrors", "Sum"), whole: metric("requests", "SampleCount") },
      comparison: "reaches",
      threshold: serverErrorPercent,
      ...mostMinutes,
    },
    {
      role: `${api}-refusals`,
      description: `The ${label} API refused ${refusals} requests or more in five minutes with 401 or 403`,
      measure: one(logMetric(watched.namespace, api, "refusals")),
      comparison: "reaches",
      threshold: refusals,
      ...fiveMinutes,
    },
    {
      role: `${api}-authorizer-failures`,
      description: `Authorizers of the ${label} API fail: nobody passes the routes that they guard`,
      measure: one(logMetric(watched.namespace, api, "authorizerFailures")),
      ...any,
      ...someMinutes,
    },
  ];
}

function functionAlarms({ functions }: Watched, { authorizerMilliseconds }: Thresholds): AlarmPlan[] {
  return Object.entries(functions).flatMap(([key, { name, decides }]): AlarmPlan[] => [
    decides
      ? {
          role: `${key}-latency`,
          description: `One in a hundred decisions of the authorizer ${key} takes more than ${authorizerMilliseconds} ms`,
          measure: one(functionMetric(name, "Duration", "p99")),
          comparison: "above",
          threshold: authorizerMilliseconds,
          ...mostMinutes,
        }
      : {
          role: `${key}-errors`,
          description: `The function ${key} throws, or takes too long`,
          measure: one(functionMetric(name, "Errors", "Sum")),
          ...any,
          ...someMinutes,
        },
    {
      role: `${key}-throttles`,
      description: `The function ${key} is called more often than the account's concurrency allows`,
      measure: one(functionMetric(name, "Throttles", "Sum")),
      ...any,
      ...someMinutes,
    },
  ]);
}

const throttled = {
  "sign-in": { count: "SignInThrottles", what: "sign-ins" },
  "sign-up": { count: "SignUpThrottles", what: "sign-ups" },
  refresh: { count: "TokenRefreshThrottles", what: "token refreshes" },
  federation: { count: "FederationThrottles", what: "sign-ins through identity providers" },
} as const;

const userPoolAlarms = ({ userPoolId }: Watched): AlarmPlan[] =>
  Object.entries(throttled).map(([role, { count, what }]) => ({
    role: `user-pool-${role}-throttles`,
    description: `Cognito turns ${what} away, because there are more than its quota for the account allows`,
    measure: { kind: "userPool", count: userPoolCount(userPoolId, count) },
    ...any,
    ...fiveMinutes,
  }));

const queueAlarms = ({ queues }: Watched, { queueAgeSeconds }: Thresholds): AlarmPlan[] =>
  Object.entries(queues).flatMap(([key, { name, deadLetters }]): AlarmPlan[] => [
    {
      role: `${key}-queue-age`,
      description: `The oldest message in the queue ${key} has waited for more than ${queueAgeSeconds} seconds`,
      measure: one(queueMetric(name, "ApproximateAgeOfOldestMessage", "Maximum")),
      comparison: "above",
      threshold: queueAgeSeconds,
      ...fiveMinutes,
    },
    {
      role: `${key}-dead-letters`,
      description: `Messages of the queue ${key} were given up`,
      measure: one(queueMetric(deadLetters, "ApproximateNumberOfMessagesVisible", "Maximum")),
      ...any,
      ...fiveMinutes,
    },
  ]);
