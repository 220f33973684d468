import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/sqs/queuepolicy/ */
export const queuePolicy = simulator("aws:sqs/queuePolicy:QueuePolicy", {
  id: ({ inputs }) => text(inputs.queueUrl),
  computed: { ...regional },
});
