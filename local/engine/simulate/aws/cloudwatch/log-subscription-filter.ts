import { simulator } from "../../simulator";
import { regional } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/cloudwatch/logsubscriptionfilter/ */
export const logSubscriptionFilter = simulator("aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter", {
  autoName: { property: "name", maxLength: 512 },
  defaults: { distribution: "ByLogStream" },
  id: (creation) => `cwlsf-${creation.unique(10, { alphabet: "0123456789" })}`,
  computed: { ...regional, applyOnTransformedLogs: () => false, roleArn: () => "" },
});
