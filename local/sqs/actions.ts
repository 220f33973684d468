import { batch } from "./batch";
import { attributesOf, received } from "./describe";
import { faults } from "./fault";
import { type Input, strings, text, whole } from "./input";
import { type MessageAttributes, md5, md5OfAttributes } from "./message";
import type { Queue } from "./queue";

/** The queues of a stack, and which of them a call means. */
export interface Queues {
  readonly all: readonly Queue[];
  /** By URL, whatever its host, or by path. */
  find(url: string): Queue | undefined;
}

type Action = (queues: Queues, input: Input) => unknown;

/** What is simulated of SQS, by name, with inputs and outputs of the AWS JSON protocol. */
export const actions: Readonly<Record<string, Action>> = {
  SendMessage: (queues, input) => send(queueOf(queues, input), input),
  SendMessageBatch: (queues, input) => {
    const queue = queueOf(queues, input);
    return batch(input, (entry) => send(queue, entry));
  },
  ReceiveMessage: async (queues, input) => {
    const queue = queueOf(queues, input);
    const deadLetters = queues.all.find(({ settings }) => settings.arn === queue.settings.redrive?.deadLetterArn);
    const limit = whole(input, "MaxNumberOfMessages", 1, 10) ?? 1;
    const hide = whole(input, "VisibilityTimeout", 0, 43_200);
    const end = performance.now() + (whole(input, "WaitTimeSeconds", 0, 20) ?? 0) * 1000;
    let messages = queue.receive(limit, hide, deadLetters);
    while (messages.length === 0 && performance.now() < end) {
      // A message may also come back when its visibility timeout ends, which nobody announces.
      await queue.wait(Math.min(end - performance.now(), 500));
      messages = queue.receive(limit, hide, deadLetters);
    }
    return messages.length === 0 ? {} : { Messages: messages.map((message) => received(message, input)) };
  },
  DeleteMessage: (queues, input) => {
    queueOf(queues, input).delete(text(input, "ReceiptHandle"));
    return {};
  },
  DeleteMessageBatch: (queues, input) => {
    const queue = queueOf(queues, input);
    return batch(input, (entry) => {
      queue.delete(text(entry, "ReceiptHandle"));
      return {};
    });
  },
  ChangeMessageVisibility: (queues, input) => {
    const seconds = whole(input, "VisibilityTimeout", 0, 43_200);
    if (seconds === undefined) throw faults.missing("VisibilityTimeout");
    if (!queueOf(queues, input).hide(text(input, "ReceiptHandle"), seconds)) throw faults.notInFlight();
    return {};
  },
  PurgeQueue: (queues, input) => {
    queueOf(queues, input).purge();
    return {};
  },
  GetQueueUrl: (queues, input) => {
    const name = text(input, "QueueName");
    const queue = queues.all.find(({ settings }) => settings.name === name);
    if (!queue) throw faults.noQueue();
    return { QueueUrl: queue.settings.url };
  },
  ListQueues: ({ all }, { QueueNamePrefix = "" }) => ({
    QueueUrls: all
      .map(({ settings }) => settings)
      .filter(({ name }) => name.startsWith(String(QueueNamePrefix)))
      .map(({ url }) => url),
  }),
  GetQueueAttributes: (queues, input) => {
    const attributes = attributesOf(queueOf(queues, input));
    const wanted = strings(input.AttributeNames);
    const chosen = Object.entries(attributes).filter(([name]) => wanted.includes("All") || wanted.includes(name));
    return chosen.length === 0 ? {} : { Attributes: Object.fromEntries(chosen) };
  },
};

function queueOf({ find }: Queues, input: Input): Queue {
  const queue = find(text(input, "QueueUrl"));
  if (!queue) throw faults.noQueue();
  return queue;
}

function send(queue: Queue, input: Input) {
  const body = text(input, "MessageBody");
  const attributes = (input.MessageAttributes ?? {}) as MessageAttributes;
  const [empty] = Object.entries(attributes).find(([, one]) => !(one.StringValue ?? one.BinaryValue)) ?? [];
  if (empty !== undefined)
    throw faults.invalid(`The message attribute '${empty}' must contain a non-empty message attribute value.`);
  const { maxMessageSize } = queue.settings;
  const size = [
    body,
    ...Object.entries(attributes).flatMap(([name, { DataType, StringValue = "", BinaryValue = "" }]) => [
      name,
      DataType,
      StringValue,
      BinaryValue,
    ]),
  ];
  if (size.reduce((sum, part) => sum + Buffer.byteLength(part), 0) > maxMessageSize)
    throw faults.invalid(
      `One or more parameters are invalid. Reason: Message must be shorter than ${maxMessageSize} bytes.`,
    );
  const { id } = queue.send({
    body,
    attributes,
    delay: whole(input, "DelaySeconds", 0, 900),
    ...(typeof input.MessageGroupId === "string" && { groupId: input.MessageGroupId }),
  });
  const checksum = md5OfAttributes(attributes);
  return { MessageId: id, MD5OfMessageBody: md5(body), ...(checksum && { MD5OfMessageAttributes: checksum }) };
}
