import { type Creation, simulator } from "../../simulator";
import { arn, regional, tagged, text } from "../shapes";

const topicArn = (creation: Creation): string => arn(creation, "sns", text(creation.inputs.name));

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/sns/topic/ */
export const topic = simulator("aws:sns/topic:Topic", {
  autoName: {
    property: "name",
    maxLength: 256,
    format: (name, { fifoTopic }) => (fifoTopic === true ? `${name}.fifo` : name),
  },
  defaults: { contentBasedDeduplication: false, fifoTopic: false },
  id: topicArn,
  computed: {
    ...regional,
    ...tagged,
    arn: topicArn,
    beginningArchiveTime: () => "",
    fifoThroughputScope: ({ inputs }) => (inputs.fifoTopic === true ? "Topic" : ""),
    namePrefix: () => "",
    owner: ({ account }) => account,
    policy: () => "",
    signatureVersion: () => 0,
    tracingConfig: () => "",
  },
});
