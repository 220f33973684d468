import type { StackState } from "../engine/model";

/** A message as whoever works a queue off gets it. */
export interface Received {
  readonly body: unknown;
  readonly attributes: Readonly<Record<string, string>>;
}

interface Message {
  readonly Body: string;
  readonly ReceiptHandle: string;
  readonly MessageAttributes?: Readonly<Record<string, { readonly StringValue: string }>>;
}

/** Takes every message out of the queues of a stack, as another team would: over the API of SQS. @param url - Where that is. */
export async function takeMessages({ resources }: StackState, url: string): Promise<readonly Received[]> {
  const ask = async (action: string, input: object) => {
    const headers = { "x-amz-target": `AmazonSQS.${action}`, "content-type": "application/x-amz-json-1.0" };
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(input) });
    if (!response.ok) throw new Error(`SQS answered ${action} with ${response.status}: ${await response.text()}`);
    return (await response.json()) as { readonly Messages?: readonly Message[] };
  };
  const taken = resources
    .filter(({ type }) => type === "aws:sqs/queue:Queue")
    .map(async ({ id: QueueUrl }) => {
      const { Messages = [] } = await ask("ReceiveMessage", {
        QueueUrl,
        MaxNumberOfMessages: 10,
        MessageAttributeNames: ["All"],
      });
      for (const { ReceiptHandle } of Messages) await ask("DeleteMessage", { QueueUrl, ReceiptHandle });
      return Messages;
    });
  return (await Promise.all(taken)).flat().map(({ Body, MessageAttributes = {} }) => ({
    body: JSON.parse(Body),
    attributes: Object.fromEntries(
      Object.entries(MessageAttributes).map(([name, { StringValue }]) => [name, StringValue]),
    ),
  }));
}
