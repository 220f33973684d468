import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { join } from "node:path";
import { type Platform, startPlatform } from "../../../local/platform";
import { httpApi } from "../../support/gateway/http-api";
import { account, executionArn, functionArn, region, Stack } from "../../support/gateway/stack";

const url = `https://sqs.${region}.amazonaws.com/${account}/work`;
const handler = `
  const { SQSClient, SendMessageCommand, GetQueueUrlCommand } = require("@aws-sdk/client-sqs");
  exports.handler = async () => {
    const sqs = new SQSClient({});
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: "work" }));
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "from a function" }));
    return { statusCode: 202, body: QueueUrl };
  };`;

describe("the queues of a stack, on one machine", () => {
  const stack = new Stack();
  stack.add("aws:sqs/queue:Queue", "work", url, { name: "work", url, arn: "arn:work" });
  stack.lambda("sender", handler, { timeout: 10 });
  stack.permission("sender", `${executionArn("http")}/*`);
  httpApi(stack, "http", [{ key: "POST /", uri: functionArn("sender") }]);
  const state = stack.state(join(__dirname, "..", "..", ".."));
  let platform: Platform | undefined;
  afterEach(() => platform?.close());

  it("are there for functions under their own names and URLs, and for everybody at the address that is told", async () => {
    platform = await startPlatform({ state });
    const answer = await fetch(platform.gateway.apis[0]!.url, { method: "POST" });
    assert.deepEqual([answer.status, await answer.text()], [202, url]);
    const headers = { "x-amz-target": "AmazonSQS.ReceiveMessage" };
    const received = await fetch(platform.queues!.url, {
      method: "POST",
      headers,
      body: JSON.stringify({ QueueUrl: url }),
    });
    const { Messages } = (await received.json()) as { Messages: { Body: string }[] };
    assert.deepEqual(
      Messages.map(({ Body }) => Body),
      ["from a function"],
    );
  });

  it("take the port after those of the APIs, and say when it is in use", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    const { port } = taken.address() as AddressInfo;
    try {
      await assert.rejects(
        startPlatform({ state, port: port - 2 }),
        new RegExp(`^Error: Port ${port} for the queues is in use`),
      );
    } finally {
      taken.close();
    }
  });
});
