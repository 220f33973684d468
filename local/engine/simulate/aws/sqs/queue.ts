import { type Creation, simulator } from "../../simulator";
import { arn, dnsSuffix, regional, tagged, text } from "../shapes";

const queueUrl = ({ inputs, region, account }: Creation): string =>
  `https://sqs.${region}.${dnsSuffix(region)}/${account}/${text(inputs.name)}`;

/**
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html
 * @see https://www.pulumi.com/registry/packages/aws/api-docs/sqs/queue/
 */
export const queue = simulator("aws:sqs/queue:Queue", {
  autoName: {
    property: "name",
    maxLength: 80,
    format: (name, { fifoQueue }) => (fifoQueue === true ? `${name}.fifo` : name),
  },
  defaults: {
    delaySeconds: 0,
    fifoQueue: false,
    maxMessageSize: 262144,
    messageRetentionSeconds: 345600,
    receiveWaitTimeSeconds: 0,
    visibilityTimeoutSeconds: 30,
  },
  id: queueUrl,
  computed: {
    ...regional,
    ...tagged,
    arn: (creation) => arn(creation, "sqs", text(creation.inputs.name)),
    deduplicationScope: ({ inputs }) => (inputs.fifoQueue === true ? "queue" : ""),
    fifoThroughputLimit: ({ inputs }) => (inputs.fifoQueue === true ? "perQueue" : ""),
    kmsDataKeyReusePeriodSeconds: () => 300,
    namePrefix: () => "",
    policy: () => "",
    redriveAllowPolicy: () => "",
    redrivePolicy: () => "",
    sqsManagedSseEnabled: ({ inputs }) => inputs.kmsMasterKeyId === undefined,
    url: queueUrl,
  },
});
