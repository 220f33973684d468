import { days, seconds } from "../catalogue/define/duration";
import type { QueueDeclaration } from "../catalogue/define/queue";

const defaults = { visibilityTimeout: seconds(30), attempts: 5 };

/**
 * What SQS must get for a declared queue, and for the dead-letter queue behind it, which keeps messages as long as SQS can.
 * Both are encrypted with keys of SQS's own, so that whoever may send needs no right to a key.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 */
export const planQueue = ({ visibilityTimeout, attempts }: QueueDeclaration) => ({
  queue: {
    sqsManagedSseEnabled: true,
    visibilityTimeoutSeconds: visibilityTimeout ?? defaults.visibilityTimeout,
    messageRetentionSeconds: days(4),
    // Whoever asks for messages waits for some: an empty queue costs less, and no server is left out.
    receiveWaitTimeSeconds: seconds(20),
  },
  deadLetters: { sqsManagedSseEnabled: true, messageRetentionSeconds: days(14) },
  maxReceiveCount: attempts ?? defaults.attempts,
});
