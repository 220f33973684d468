import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/cloudwatch/logmetricfilter/ */
export const logMetricFilter = simulator("aws:cloudwatch/logMetricFilter:LogMetricFilter", {
  autoName: { property: "name", maxLength: 512 },
  id: ({ inputs }) => text(inputs.name),
  computed: { ...regional, applyOnTransformedLogs: () => false },
});
