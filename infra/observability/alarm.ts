import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { type Metric, userPoolQuery } from "./metrics";
import type { AlarmPlan, Measure } from "./plan-alarms";

const comparisons: Readonly<Record<AlarmPlan["comparison"], string>> = {
  above: "GreaterThanThreshold",
  reaches: "GreaterThanOrEqualToThreshold",
};

/**
 * An alarm in CloudWatch's words. Silence is no alarm: a service without calls has no errors.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
export const alarmArgs = (plan: AlarmPlan, topicArn: pulumi.Input<string>): aws.cloudwatch.MetricAlarmArgs => ({
  alarmDescription: plan.description,
  ...measured(plan.measure, plan.period),
  comparisonOperator: comparisons[plan.comparison],
  threshold: plan.threshold,
  evaluationPeriods: plan.of,
  datapointsToAlarm: plan.breaching,
  treatMissingData: "notBreaching",
  alarmActions: [topicArn],
  okActions: [topicArn],
});

function measured(measure: Measure, period: number): Partial<aws.cloudwatch.MetricAlarmArgs> {
  switch (measure.kind) {
    case "metric":
      return simple(measure.metric, period);
    case "percent":
      return {
        metricQueries: [
          { id: "percent", expression: "100 * part / whole", label: "percent", returnData: true },
          query("part", measure.part, period),
          query("whole", measure.whole, period),
        ],
      };
    case "userPool":
      return {
        metricQueries: [{ id: "sum", expression: userPoolQuery(measure.count), period, returnData: true }],
      };
  }
}

/** Percentiles have a property of their own, and say little about few samples. */
const simple = ({ namespace, name, statistic, dimensions }: Metric, period: number) => ({
  namespace,
  metricName: name,
  ...(Object.keys(dimensions).length > 0 && { dimensions }),
  period,
  ...(statistic.startsWith("p")
    ? { extendedStatistic: statistic, evaluateLowSampleCountPercentiles: "ignore" }
    : { statistic }),
});

const query = (id: string, { namespace, name, statistic, dimensions }: Metric, period: number) => ({
  id,
  metric: { namespace, metricName: name, dimensions, period, stat: statistic },
  returnData: false,
});
