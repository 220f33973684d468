import { simulator } from "../../simulator";
import { arn, regional, tagged, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/cloudwatch/metricalarm/ */
export const metricAlarm = simulator("aws:cloudwatch/metricAlarm:MetricAlarm", {
  autoName: { property: "name", maxLength: 255 },
  defaults: { actionsEnabled: true, treatMissingData: "missing" },
  id: ({ inputs }) => text(inputs.name),
  computed: {
    ...regional,
    ...tagged,
    arn: (creation) => arn(creation, "cloudwatch", `alarm:${creation.id}`),
    evaluateLowSampleCountPercentiles: () => "",
  },
});
