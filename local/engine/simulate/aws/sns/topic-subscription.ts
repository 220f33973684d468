import { simulator } from "../../simulator";
import { regional, text, uuid } from "../shapes";

/**
 * Who gets e-mail must confirm it first.
 * @see https://docs.aws.amazon.com/sns/latest/dg/SendMessageToHttp.confirm.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/sns/topicsubscription/
 */
export const topicSubscription = simulator("aws:sns/topicSubscription:TopicSubscription", {
  id: (creation) => `${text(creation.inputs.topic)}:${uuid(creation)}`,
  computed: {
    ...regional,
    arn: ({ id }) => id,
    confirmationWasAuthenticated: () => true,
    filterPolicyScope: () => "MessageAttributes",
    ownerId: ({ account }) => account,
    pendingConfirmation: ({ inputs }) => ["email", "email-json"].includes(text(inputs.protocol)),
  },
});
