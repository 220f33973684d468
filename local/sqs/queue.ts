import { randomUUID } from "node:crypto";
import type { MessageAttributes, Outgoing } from "./message";

/** What a queue is told when it is made. Times are in seconds. */
export interface QueueSettings {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  readonly visibilityTimeout: number;
  readonly delay: number;
  readonly retention: number;
  /** Bytes. */
  readonly maxMessageSize: number;
  /** Where messages go that were received too often. */
  readonly redrive?: { readonly deadLetterArn: string; readonly maxReceiveCount: number };
}

export interface Message {
  readonly id: string;
  readonly body: string;
  readonly attributes: MessageAttributes;
  readonly groupId?: string;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
  /** Milliseconds since the epoch; undefined before the first. */
  readonly firstReceivedAt?: number;
  readonly receiveCount: number;
  /** Of the last time that it was received. */
  readonly receiptHandle?: string;
}

interface Kept extends Message {
  readonly visibleAt: number;
}

/**
 * A queue in memory. Messages are received in the order in which they were sent; FIFO queues know neither groups nor deduplication here.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
 */
export class Queue {
  #messages: readonly Kept[] = [];
  #arrived: (() => void)[] = [];

  /** @param now - Milliseconds since the epoch. */
  constructor(
    readonly settings: QueueSettings,
    private readonly now: () => number,
  ) {}

  send({ body, attributes = {}, delay = this.settings.delay, groupId }: Outgoing): Message {
    const sentAt = this.now();
    const message = { id: randomUUID(), body, attributes, groupId, sentAt, receiveCount: 0 };
    this.#put({ ...message, visibleAt: sentAt + delay * 1000 });
    return message;
  }

  /**
   * Takes up to `limit` messages and hides them from others for a time. A message that was received too often goes to
   * `deadLetters` instead, as it is.
   * @param visibilityTimeout - Seconds. Default: the queue's own.
   */
  receive(limit: number, visibilityTimeout = this.settings.visibilityTimeout, deadLetters?: Queue): readonly Message[] {
    this.#forgetOld();
    const now = this.now();
    const taken: Message[] = [];
    const { redrive } = this.settings;
    this.#messages = this.#messages.flatMap((message) => {
      if (message.visibleAt > now || taken.length === limit) return [message];
      if (redrive && deadLetters && message.receiveCount >= redrive.maxReceiveCount) {
        deadLetters.#put({ ...message, visibleAt: now });
        return [];
      }
      const received = {
        ...message,
        firstReceivedAt: message.firstReceivedAt ?? now,
        receiveCount: message.receiveCount + 1,
        receiptHandle: randomUUID(),
        visibleAt: now + visibilityTimeout * 1000,
      };
      taken.push(received);
      return [received];
    });
    return taken;
  }

  /** Resolves when a message arrives, or after `ms` milliseconds. */
  async wait(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#arrived.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** Without effect where no message was last received with that handle, as in AWS. */
  delete(receiptHandle: string): void {
    this.#messages = this.#messages.filter((message) => message.receiptHandle !== receiptHandle);
  }

  /** @param seconds - From now; 0 shows the message again at once. @returns whether the handle is that of a hidden message */
  hide(receiptHandle: string, seconds: number): boolean {
    const now = this.now();
    const found = this.#messages.some((one) => one.receiptHandle === receiptHandle && one.visibleAt > now);
    this.#messages = this.#messages.map((message) =>
      message.receiptHandle === receiptHandle ? { ...message, visibleAt: now + seconds * 1000 } : message,
    );
    return found;
  }

  purge(): void {
    this.#messages = [];
  }

  /** How many messages wait, are being worked on, and are not to be seen yet. */
  count(): { readonly visible: number; readonly hidden: number; readonly delayed: number } {
    this.#forgetOld();
    const later = this.#messages.filter(({ visibleAt }) => visibleAt > this.now());
    const hidden = later.filter(({ receiveCount }) => receiveCount > 0).length;
    return { visible: this.#messages.length - later.length, hidden, delayed: later.length - hidden };
  }

  #put(message: Kept): void {
    this.#messages = [...this.#messages, message];
    for (const tell of this.#arrived.splice(0)) tell();
  }

  #forgetOld(): void {
    const oldest = this.now() - this.settings.retention * 1000;
    this.#messages = this.#messages.filter(({ sentAt }) => sentAt > oldest);
  }
}
