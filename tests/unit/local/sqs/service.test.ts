import assert from "node:assert/strict";
import { type SqsService, sqsService } from "../../../../local/sqs/service";
import { account, region, Stack } from "../../../support/gateway/stack";

const url = `https://sqs.${region}.amazonaws.com/${account}/work`;

describe("SQS on this machine", () => {
  let sqs: SqsService;
  beforeEach(() => {
    const stack = new Stack();
    const redrivePolicy = JSON.stringify({ deadLetterTargetArn: "arn:dead", maxReceiveCount: 1 });
    stack.add("aws:sqs/queue:Queue", "work", url, {
      name: "work",
      url,
      arn: "arn:work",
      maxMessageSize: 100,
      redrivePolicy,
    });
    stack.add("aws:sqs/queue:Queue", "dead", `${url}-dead`, { name: "work-dead", url: `${url}-dead`, arn: "arn:dead" });
    sqs = sqsService(stack.state(), Date.now);
  });

  // biome-ignore lint/suspicious/noExplicitAny: actions answer in shapes of their own.
  const json = async (action: string, input: object): Promise<any> => {
    const headers = { "x-amz-target": `AmazonSQS.${action}` };
    const { status, body } = await sqs.answer({ path: "/", headers, body: JSON.stringify(input) });
    return { status, ...JSON.parse(body) };
  };
  const form = (fields: Record<string, string>, accept?: string) =>
    sqs.answer({ path: `/${account}/work`, headers: { accept }, body: new URLSearchParams(fields).toString() });

  it("finds queues by name, URL and path", async () => {
    assert.equal((await json("GetQueueUrl", { QueueName: "work" })).QueueUrl, url);
    assert.deepEqual((await json("ListQueues", { QueueNamePrefix: "work-" })).QueueUrls, [`${url}-dead`]);
    for (const QueueUrl of [url, url.replace(/https:\/\/[^/]+/, "http://localhost:1"), `/${account}/work`])
      assert.equal((await json("SendMessage", { QueueUrl, MessageBody: "a" })).status, 200);
    const { Attributes } = await json("GetQueueAttributes", { QueueUrl: url, AttributeNames: ["All"] });
    assert.equal(Attributes.ApproximateNumberOfMessages, "3");
    assert.equal(JSON.parse(Attributes.RedrivePolicy).maxReceiveCount, 1);
  });

  it("sends, receives, gives back, deletes and purges", async () => {
    const MessageAttributes = { who: { DataType: "String", StringValue: "ada" } };
    await json("SendMessage", { QueueUrl: url, MessageBody: "a", MessageAttributes });
    const asked = {
      QueueUrl: url,
      MessageAttributeNames: ["wh.*", "All"],
      AttributeNames: ["ApproximateReceiveCount"],
    };
    const {
      Messages: [message],
    } = await json("ReceiveMessage", asked);
    assert.deepEqual(
      [message.Body, message.MessageAttributes, message.Attributes],
      ["a", MessageAttributes, { ApproximateReceiveCount: "1" }],
    );
    assert.equal(
      (
        await json("ChangeMessageVisibility", {
          QueueUrl: url,
          ReceiptHandle: message.ReceiptHandle,
          VisibilityTimeout: 0,
        })
      ).status,
      200,
    );
    assert.deepEqual(await json("ReceiveMessage", { QueueUrl: url }), { status: 200 });
    const dead = await json("ReceiveMessage", { QueueUrl: `${url}-dead` });
    assert.equal(dead.Messages[0].Body, "a");
    await json("DeleteMessage", { QueueUrl: `${url}-dead`, ReceiptHandle: dead.Messages[0].ReceiptHandle });
    await json("SendMessage", { QueueUrl: url, MessageBody: "b" });
    await json("PurgeQueue", { QueueUrl: url });
    assert.deepEqual(
      sqs.queues.all.map((queue) => queue.count()),
      Array(2).fill({ visible: 0, hidden: 0, delayed: 0 }),
    );
  });

  it("waits for a message as long as it is told to", async () => {
    const waiting = json("ReceiveMessage", { QueueUrl: url, WaitTimeSeconds: 5 });
    setTimeout(() => void json("SendMessage", { QueueUrl: url, MessageBody: "late" }), 20);
    const started = performance.now();
    assert.equal((await waiting).Messages[0].Body, "late");
    assert.ok(performance.now() - started < 1000);
  });

  it("takes batches, each entry for itself", async () => {
    const Entries = [
      { Id: "1", MessageBody: "a" },
      { Id: "2", MessageBody: "x".repeat(101) },
    ];
    const { Successful, Failed } = await json("SendMessageBatch", { QueueUrl: url, Entries });
    assert.deepEqual(
      [
        Successful.map(({ Id }: { Id: string }) => Id),
        Failed.map(({ Id, Code }: { Id: string; Code: string }) => [Id, Code]),
      ],
      [["1"], [["2", "InvalidParameterValue"]]],
    );
  });

  for (const { why, action, input, type } of [
    {
      why: "a queue that is not there",
      action: "SendMessage",
      input: { QueueUrl: `${url}x`, MessageBody: "a" },
      type: "QueueDoesNotExist",
    },
    { why: "no body", action: "SendMessage", input: { QueueUrl: url }, type: "MissingParameter" },
    {
      why: "an attribute without a value",
      action: "SendMessage",
      input: { QueueUrl: url, MessageBody: "a", MessageAttributes: { who: { DataType: "String", StringValue: "" } } },
      type: "InvalidParameterValue",
    },
    {
      why: "too many messages at once",
      action: "ReceiveMessage",
      input: { QueueUrl: url, MaxNumberOfMessages: 11 },
      type: "InvalidParameterValue",
    },
    {
      why: "a delay past the limit",
      action: "SendMessage",
      input: { QueueUrl: url, MessageBody: "a", DelaySeconds: 901 },
      type: "InvalidParameterValue",
    },
    {
      why: "an unknown handle",
      action: "ChangeMessageVisibility",
      input: { QueueUrl: url, ReceiptHandle: "x", VisibilityTimeout: 1 },
      type: "MessageNotInflight",
    },
    { why: "an empty batch", action: "SendMessageBatch", input: { QueueUrl: url }, type: "EmptyBatchRequest" },
    {
      why: "two entries of one id",
      action: "DeleteMessageBatch",
      input: { QueueUrl: url, Entries: [{ Id: "1" }, { Id: "1" }] },
      type: "BatchEntryIdsNotDistinct",
    },
    { why: "an action that is not simulated", action: "CreateQueue", input: {}, type: "UnknownOperationException" },
  ])
    it(`refuses ${why} as SQS does: ${type}`, async () => {
      const { status, __type } = await json(action, input);
      assert.deepEqual([status, __type], [400, `com.amazonaws.sqs#${type}`]);
    });

  it("speaks the query protocol in XML, and in JSON to those who accept it", async () => {
    const xml = await form({ Action: "SendMessage", MessageBody: "a<b" });
    assert.match(xml.body, /^<\?xml.*<SendMessageResult>.*<MessageId>[0-9a-f-]{36}<\/MessageId>/);
    const parsed = JSON.parse((await form({ Action: "SendMessage", MessageBody: "a" }, "application/json")).body);
    assert.equal(parsed.SendMessageResponse.SendMessageResult.MD5OfMessageBody, "0cc175b9c0f1b6a831c399e269772661");
    const fault = await form({ Action: "SendMessage" });
    assert.deepEqual([fault.status, /<Code>MissingParameter<\/Code>/.test(fault.body)], [400, true]);
    assert.equal(JSON.parse((await form({ Action: "Nothing" }, "application/json")).body).Error.Code, "InvalidAction");
  });
});
