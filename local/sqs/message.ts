import { createHash } from "node:crypto";

/** An attribute of a message, as the AWS JSON protocol names its parts. */
export interface MessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string;
  /** Base64. */
  readonly BinaryValue?: string;
}

export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

/** A message that somebody sends. */
export interface Outgoing {
  readonly body: string;
  readonly attributes?: MessageAttributes;
  /** Seconds. Default: the queue's own. */
  readonly delay?: number;
  readonly groupId?: string;
}

export const md5 = (text: string | Buffer): string => createHash("md5").update(text).digest("hex");

/**
 * The checksum of a message's attributes, which SDKs compare.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html#sqs-attributes-md5-message-digest-calculation
 */
export function md5OfAttributes(attributes: MessageAttributes): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const withLength = (part: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    return Buffer.concat([length, part]);
  };
  const parts = names.flatMap((name) => {
    const { DataType, StringValue, BinaryValue } = attributes[name]!;
    const isBinary = DataType.startsWith("Binary");
    const value = isBinary ? Buffer.from(BinaryValue ?? "", "base64") : Buffer.from(StringValue ?? "");
    return [
      withLength(Buffer.from(name)),
      withLength(Buffer.from(DataType)),
      Buffer.from([isBinary ? 2 : 1]),
      withLength(value),
    ];
  });
  return md5(Buffer.concat(parts));
}
