import type { ApiKind } from "../catalogue/define/route";
import type { Metric } from "./metrics";

export type LogMetric = "refusals" | "authorizerFailures";

export interface LogMetricPlan {
  /** Part of the filter's logical name. */
  readonly role: string;
  readonly metric: Metric;
  /** Which lines of the access log count, as `../apis/plan-access-log.ts` writes them. */
  readonly pattern: string;
}

/**
 * What API Gateway's own metrics do not tell apart.
 *
 * Refusals: callers without a good token, scope or key. Not on a REST API what its firewall stopped, and what has no route, which
 * is 403 there too.
 *
 * Authorizer failures: requests that failed because their authorizer did. The function's own errors cannot tell: on a REST API it
 * says 401 by throwing, so every bad token would count.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html
 */
const patterns: Readonly<Record<ApiKind, Readonly<Record<LogMetric, string>>>> = {
  rest: {
    refusals:
      '{ ($.status = "401" || $.status = "403") && $.error != "WAF_FILTERED" && $.error != "MISSING_AUTHENTICATION_TOKEN" }',
    authorizerFailures: '{ $.error = "AUTHORIZER_FAILURE" || $.error = "AUTHORIZER_CONFIGURATION_ERROR" }',
  },
  http: {
    refusals: '{ $.status = "401" || $.status = "403" }',
    // A variable without a value reads `-`, which AWS does not write down: https://github.com/DataBiosphere/azul/issues/4348
    authorizerFailures: '{ $.status = "500" && $.authorizer.error != "-" }',
  },
};

const names: Readonly<Record<LogMetric, { readonly role: string; readonly metric: string }>> = {
  refusals: { role: "refusals", metric: "Refusals" },
  authorizerFailures: { role: "authorizer-failures", metric: "AuthorizerFailures" },
};

/** @param namespace the stack's own, such as `gatehouse/prod` */
export const logMetric = (namespace: string, api: ApiKind, kind: LogMetric): Metric => ({
  namespace,
  name: `${api === "rest" ? "Rest" : "Http"}${names[kind].metric}`,
  statistic: "Sum",
  dimensions: {},
});

/** What is counted in the access log of one API. */
export const planLogMetrics = (namespace: string, api: ApiKind): readonly LogMetricPlan[] =>
  (Object.keys(names) as LogMetric[]).map((kind) => ({
    role: `${api}-${names[kind].role}`,
    metric: logMetric(namespace, api, kind),
    pattern: patterns[api][kind],
  }));
