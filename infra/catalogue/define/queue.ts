import type { Seconds } from "./duration";

/** An SQS queue that routes put messages into. Whoever works it off is another team's: outputs name its URL and ARN. */
export interface QueueDeclaration {
  readonly description: string;
  /** For how long a message that somebody received stays hidden from others. Default: 30 seconds. Limits: 0 to 12 hours. */
  readonly visibilityTimeout?: Seconds;
  /** How many times a message may be received before it goes to the dead-letter queue. Default: 5. */
  readonly attempts?: number;
}

export const defineQueues = <const T extends Readonly<Record<string, QueueDeclaration>>>(queues: T): T => queues;
