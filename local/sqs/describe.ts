import { type Input, strings } from "./input";
import { md5, md5OfAttributes } from "./message";
import type { Message, Queue } from "./queue";

/** A message as its receiver gets it: with the attributes that were asked for. */
export function received(message: Message, input: Input) {
  const system: Readonly<Record<string, string | undefined>> = {
    SentTimestamp: String(message.sentAt),
    ApproximateReceiveCount: String(message.receiveCount),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
    MessageGroupId: message.groupId,
  };
  const asked = [...strings(input.AttributeNames), ...strings(input.MessageSystemAttributeNames)];
  const chosen = Object.entries(system).filter(
    ([name, value]) => value !== undefined && (asked.includes("All") || asked.includes(name)),
  );
  const wanted = strings(input.MessageAttributeNames);
  const attributes = Object.fromEntries(
    Object.entries(message.attributes).filter(([name]) =>
      wanted.some(
        (one) =>
          one === "All" || one === ".*" || one === name || (one.endsWith(".*") && name.startsWith(one.slice(0, -2))),
      ),
    ),
  );
  const checksum = md5OfAttributes(attributes);
  return {
    MessageId: message.id,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: md5(message.body),
    ...(chosen.length > 0 && { Attributes: Object.fromEntries(chosen) }),
    ...(checksum && { MessageAttributes: attributes, MD5OfMessageAttributes: checksum }),
  };
}

/** What GetQueueAttributes may tell. */
export function attributesOf(queue: Queue): Readonly<Record<string, string>> {
  const { settings } = queue;
  const { visible, hidden, delayed } = queue.count();
  return {
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(hidden),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    DelaySeconds: String(settings.delay),
    MaximumMessageSize: String(settings.maxMessageSize),
    MessageRetentionPeriod: String(settings.retention),
    QueueArn: settings.arn,
    VisibilityTimeout: String(settings.visibilityTimeout),
    ...(settings.redrive && {
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: settings.redrive.deadLetterArn,
        maxReceiveCount: settings.redrive.maxReceiveCount,
      }),
    }),
  };
}
