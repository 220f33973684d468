import assert from "node:assert/strict";
import { alarmArgs } from "../../../../infra/observability/alarm";
import type { Metric } from "../../../../infra/observability/metrics";
import { type Measure, planAlarms } from "../../../../infra/observability/plan-alarms";
import { isPublished, thresholds, watched } from "../../../support/observability/watched";

const plans = planAlarms(watched, thresholds);
const planOf = (role: string) => {
  const found = plans.find((plan) => plan.role === role);
  assert.ok(found, `there is no alarm ${role}; there are ${plans.map((plan) => plan.role).join(", ")}`);
  return found;
};
const argsOf = (role: string) => alarmArgs(planOf(role), "topic-arn");
const metricsOf = (measure: Measure): Metric[] => {
  switch (measure.kind) {
    case "metric":
      return [measure.metric];
    case "percent":
      return [measure.part, measure.whole];
    case "userPool":
      return [];
  }
};

describe("the plan of the alarms", () => {
  for (const { role, metric, beyond, within } of [
    { role: "rest-refusals", metric: "RestRefusals Sum", beyond: ">= 500", within: "1 of 1 x 300 s" },
    { role: "http-refusals", metric: "HttpRefusals Sum", beyond: ">= 500", within: "1 of 1 x 300 s" },
    { role: "rest-authorizer-failures", metric: "RestAuthorizerFailures Sum", beyond: "> 0", within: "2 of 5 x 60 s" },
    { role: "http-authorizer-failures", metric: "HttpAuthorizerFailures Sum", beyond: "> 0", within: "2 of 5 x 60 s" },
    { role: "judge-latency", metric: "Duration p99", beyond: "> 1000", within: "3 of 5 x 60 s" },
    { role: "judge-throttles", metric: "Throttles Sum", beyond: "> 0", within: "2 of 5 x 60 s" },
    { role: "orders-errors", metric: "Errors Sum", beyond: "> 0", within: "2 of 5 x 60 s" },
    { role: "orders-throttles", metric: "Throttles Sum", beyond: "> 0", within: "2 of 5 x 60 s" },
    {
      role: "parcels-queue-age",
      metric: "ApproximateAgeOfOldestMessage Maximum",
      beyond: "> 900",
      within: "1 of 1 x 300 s",
    },
    {
      role: "parcels-dead-letters",
      metric: "ApproximateNumberOfMessagesVisible Maximum",
      beyond: "> 0",
      within: "1 of 1 x 300 s",
    },
  ])
    it(`raises ${role} when ${metric} is ${beyond}, ${within}`, () => {
      const { measure, comparison, threshold, breaching, of, period } = planOf(role);
      const [first] = metricsOf(measure);
      assert.deepEqual(
        {
          metric: `${first?.name} ${first?.statistic}`,
          beyond: `${comparison === "above" ? ">" : ">="} ${threshold}`,
          within: `${breaching} of ${of} x ${period} s`,
        },
        { metric, beyond, within },
      );
    });

  for (const { role, part } of [
    { role: "rest-server-errors", part: "5XXError" },
    { role: "http-server-errors", part: "5xx" },
  ])
    it(`raises ${role} on a part of the requests, in most of five minutes`, () => {
      const { measure, threshold, breaching, of } = planOf(role);
      assert.deepEqual(
        metricsOf(measure).map(({ name, statistic }) => `${name} ${statistic}`),
        [`${part} Sum`, "Count SampleCount"],
      );
      assert.deepEqual([threshold, breaching, of], [5, 3, 5]);
    });

  it("looks only at metrics that somebody publishes", () =>
    assert.deepEqual(
      plans.flatMap(({ measure }) => metricsOf(measure)).filter((metric) => !isPublished(metric)),
      [],
    ));

  it("watches dead letters where they are", () =>
    assert.deepEqual(metricsOf(planOf("parcels-dead-letters").measure)[0]?.dimensions, {
      QueueName: "parcels-dead-1",
    }));

  it("does not take an authorizer's errors for failures: bad tokens are among them on the REST API", () =>
    assert.ok(!plans.some(({ role }) => role === "judge-errors")));

  it("names each alarm once and says what it means", () => {
    assert.equal(new Set(plans.map(({ role }) => role)).size, plans.length);
    for (const { description } of plans) assert.match(description, /^\S+ .+ \S+$/);
  });

  for (const { role, metric, schema } of [
    { role: "sign-in", metric: "SignInThrottles", schema: "UserPool, UserPoolClient" },
    { role: "sign-up", metric: "SignUpThrottles", schema: "UserPool, UserPoolClient" },
    { role: "refresh", metric: "TokenRefreshThrottles", schema: "UserPool, UserPoolClient" },
    { role: "federation", metric: "FederationThrottles", schema: "UserPool, UserPoolClient, IdentityProvider" },
  ])
    it(`adds up ${metric} of all clients`, () =>
      assert.deepEqual(argsOf(`user-pool-${role}-throttles`).metricQueries, [
        {
          id: "sum",
          expression: `SELECT SUM(${metric}) FROM SCHEMA("AWS/Cognito", ${schema}) WHERE UserPool = 'eu-west-1_AbC123xyz'`,
          period: 300,
          returnData: true,
        },
      ]));
});

describe("an alarm in CloudWatch's words", () => {
  it("tells the topic when it begins and when it ends, and takes silence for good", () => {
    for (const plan of plans) {
      const { alarmActions, okActions, treatMissingData } = alarmArgs(plan, "topic-arn");
      assert.deepEqual([alarmActions, okActions, treatMissingData], [["topic-arn"], ["topic-arn"], "notBreaching"]);
    }
  });

  it("has either one metric, or queries of which one is the result", () => {
    for (const plan of plans) {
      const { metricName, metricQueries } = alarmArgs(plan, "topic-arn") as {
        metricName?: string;
        metricQueries?: { returnData: boolean }[];
      };
      assert.notEqual(metricName === undefined, metricQueries === undefined, plan.role);
      if (metricQueries) assert.equal(metricQueries.filter(({ returnData }) => returnData).length, 1, plan.role);
    }
  });

  it("asks for a percentile by its own name, and not of a handful of samples", () => {
    const { statistic, extendedStatistic, evaluateLowSampleCountPercentiles } = argsOf("judge-latency");
    assert.deepEqual(
      { statistic, extendedStatistic, evaluateLowSampleCountPercentiles },
      { statistic: undefined, extendedStatistic: "p99", evaluateLowSampleCountPercentiles: "ignore" },
    );
  });

  it("says whether the threshold itself is too much", () => {
    assert.equal(argsOf("rest-refusals").comparisonOperator, "GreaterThanOrEqualToThreshold");
    assert.equal(argsOf("orders-errors").comparisonOperator, "GreaterThanThreshold");
  });

  it("looks back three hours at most where it asks a query, which is all that CloudWatch does", () => {
    for (const { period, of } of plans) assert.ok(period * of <= 3 * 3600);
  });
});
