import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/sqs/redrivepolicy/ */
export const redrivePolicy = simulator("aws:sqs/redrivePolicy:RedrivePolicy", {
  id: ({ inputs }) => text(inputs.queueUrl),
  computed: { ...regional },
});
