import { simulator } from "../../simulator";
import { arn, regional, tagged, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/cloudwatch/compositealarm/ */
export const compositeAlarm = simulator("aws:cloudwatch/compositeAlarm:CompositeAlarm", {
  defaults: { actionsEnabled: true },
  id: ({ inputs }) => text(inputs.alarmName),
  computed: { ...regional, ...tagged, arn: (creation) => arn(creation, "cloudwatch", `alarm:${creation.id}`) },
});
