import { simulator } from "../../simulator";
import { regional, text } from "../shapes";

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/sns/topicpolicy/ */
export const topicPolicy = simulator("aws:sns/topicPolicy:TopicPolicy", {
  id: ({ inputs }) => text(inputs.arn),
  computed: { ...regional, owner: ({ account }) => account },
});
