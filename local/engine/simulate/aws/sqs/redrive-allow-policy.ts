import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/sqs/redriveallowpolicy/ */
export const redriveAllowPolicy = simulator("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy", {
  id: ({ inputs }) => text(inputs.queueUrl),
  computed: { ...regional },
});
