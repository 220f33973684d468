import assert from "node:assert/strict";
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { type LambdaRuntime, startLambda } from "../../../local/lambda/runtime";
import { type SqsServer, serveSqs } from "../../../local/sqs/server";
import { type SqsService, sqsService } from "../../../local/sqs/service";
import { httpApi } from "../../support/gateway/http-api";
import { restApi } from "../../support/gateway/rest-api";
import { serve, type TestGateway } from "../../support/gateway/serve";
import { account, executionArn, region, Stack } from "../../support/gateway/stack";

const url = `https://sqs.${region}.amazonaws.com/${account}/shipments`;
const uri = `arn:aws:apigateway:${region}:sqs:path/${account}/shipments`;
const role = "arn:aws:iam::123456789012:role/api";
const template = [
  "Action=SendMessage",
  "&MessageBody=$util.urlEncode($input.body)",
  "&MessageAttribute.1.Name=id&MessageAttribute.1.Value.DataType=String",
  "&MessageAttribute.1.Value.StringValue=$util.urlEncode($context.requestId)",
].join("");
const form = { "integration.request.header.Content-Type": "'application/x-www-form-urlencoded'" };
const sender = {
  ...{ type: "AWS", integrationHttpMethod: "POST", uri, credentials: role, passthroughBehavior: "NEVER" },
  ...{ requestParameters: form, requestTemplates: { "application/json": template } },
};
const accepted = {
  statusCode: "202",
  selectionPattern: "200",
  responseTemplates: {
    "application/json": `{"id":"$input.path('$.SendMessageResponse.SendMessageResult.MessageId')"}`,
  },
};
const failed = { statusCode: "502", responseTemplates: { "application/json": '{"title":"No"}' } };

function declare(): Stack {
  const stack = new Stack();
  const name = "shipments";
  stack.add("aws:sqs/queue:Queue", name, url, {
    ...{ name, url, arn: `arn:aws:sqs:${region}:${account}:${name}`, maxMessageSize: 1024 },
  });
  restApi(stack, "rest", [
    { route: "POST /shipments", integration: sender, responses: [accepted, failed] },
    {
      route: "POST /json",
      integration: {
        ...sender,
        requestParameters: {
          "integration.request.header.Content-Type": "'application/x-amz-json-1.0'",
          "integration.request.header.X-Amz-Target": "'AmazonSQS.SendMessage'",
        },
        requestTemplates: {
          "application/json": `{"QueueUrl":"${url}","MessageBody":"$util.escapeJavaScript($input.body).replaceAll("\\\\'", "'")"}`,
        },
      },
      responses: [{ statusCode: "200" }],
    },
    { route: "POST /gone", integration: { ...sender, uri: `${uri}-gone` }, responses: [accepted, failed] },
    { route: "POST /roleless", integration: { ...sender, credentials: "" }, responses: [accepted] },
    {
      route: "POST /wild",
      integration: { ...sender, requestTemplates: { "application/json": "$input.path('$..x')" } },
      responses: [accepted],
    },
  ]);
  const send = { integrationType: "AWS_PROXY", integrationSubtype: "SQS-SendMessage", credentialsArn: role };
  const attribute = '{"id":{"DataType":"String","StringValue":"${context.requestId}"}}';
  httpApi(stack, "http", [
    {
      key: "POST /shipments",
      uri: {
        ...send,
        requestParameters: { QueueUrl: url, MessageBody: "$request.body", MessageAttributes: attribute },
      },
    },
    { key: "POST /item", uri: { ...send, requestParameters: { QueueUrl: url, MessageBody: "$request.body.item" } } },
    { key: "POST /purge", uri: { ...send, integrationSubtype: "Kinesis-PutRecord" } },
  ]);
  stack.lambda(
    "worker",
    `
    const { SQSClient, ReceiveMessageCommand } = require("@aws-sdk/client-sqs");
    exports.handler = async () => {
      const { Messages = [] } = await new SQSClient({}).send(new ReceiveMessageCommand({ QueueUrl: "${url}" }));
      return { statusCode: 200, body: JSON.stringify(Messages.map(({ Body }) => Body)) };
    };`,
    { timeout: 10 },
  );
  stack.permission("worker", `${executionArn("work")}/*`);
  httpApi(stack, "work", [{ key: "GET /", uri: "arn:aws:lambda:eu-west-1:123456789012:function:worker" }]);
  return stack;
}

describe("a queue behind an API", () => {
  let sqs: SqsService;
  let queues: SqsServer;
  let lambda: LambdaRuntime;
  let server: TestGateway;
  let client: SQSClient;

  before(async () => {
    const stack = declare();
    sqs = sqsService(stack.state(), Date.now);
    queues = await serveSqs(sqs, 0);
    const environment = { AWS_ENDPOINT_URL_SQS: queues.url };
    const state = stack.state(process.cwd());
    lambda = await startLambda({ state, keys: () => undefined, environment, sqsPort: queues.port });
    server = await serve(stack, undefined, { sqs, lambda });
    const credentials = { accessKeyId: "x", secretAccessKey: "x" };
    client = new SQSClient({ endpoint: queues.url, region, credentials });
  });
  beforeEach(() => {
    for (const queue of sqs.queues.all) queue.purge();
    server.lines.length = 0;
  });
  after(async () => {
    client.destroy();
    await server.gateway.close();
    await lambda.close();
    await queues.close();
  });

  const post = (api: string, path: string, body: string, type = "application/json") =>
    server.call(api, `POST ${path}`, { body, headers: { "content-type": type } });
  const receive = async () => {
    const command = new ReceiveMessageCommand({
      QueueUrl: url,
      MessageAttributeNames: ["All"],
      MaxNumberOfMessages: 10,
    });
    return (await client.send(command)).Messages ?? [];
  };

  const awkward = '{"item":"tea & \\"milk\\"","note":"a+b=ü%"}';

  it("gets the body whole through a form that a template writes, and the caller its id", async () => {
    const { status, json } = await post("rest", "/shipments", awkward);
    const [message] = await receive();
    assert.equal(status, 202);
    assert.deepEqual([message?.Body, message?.MessageId], [awkward, json.id]);
    assert.match(message?.MessageAttributes?.id?.StringValue ?? "", /^[0-9a-f-]{36}$/);
  });

  it("gets it through the JSON protocol too", async () => {
    const { status, json } = await post("rest", "/json", awkward);
    const [message] = await receive();
    assert.deepEqual([status, message?.Body, message?.MessageId], [200, awkward, json.MessageId]);
  });

  it("gets it from an HTTP API, with the answer of SQS itself", async () => {
    const { status, text, headers } = await post("http", "/shipments", awkward);
    const [message] = await receive();
    assert.deepEqual([status, message?.Body], [200, awkward]);
    assert.match(headers.get("content-type") ?? "", /xml/);
    assert.ok(text.includes(`<MessageId>${message?.MessageId}</MessageId>`));
    assert.match(message?.MessageAttributes?.id?.StringValue ?? "", /^[0-9a-f-]{36}$/);
  });

  it("gets a part of the body from an HTTP API, and nothing where that part is missing", async () => {
    await post("http", "/item", awkward);
    assert.equal((await receive())[0]?.Body, 'tea & "milk"');
    const { status, text } = await post("http", "/item", "{}");
    assert.equal(status, 400);
    assert.match(text, /MissingParameter.*MessageBody/);
  });

  for (const { why, api = "rest", path, type, body = "{}", status, line } of [
    {
      why: "a media type without a template, where nothing may pass",
      path: "/shipments",
      type: "text/plain",
      status: 415,
    },
    {
      why: "a message that is too long",
      path: "/shipments",
      body: JSON.stringify("x".repeat(2000)),
      status: 502,
      line: /shorter than 1024 bytes/,
    },
    { why: "a queue that is not there", path: "/gone", status: 502, line: /NonExistentQueue/ },
    { why: "an integration without a role", path: "/roleless", status: 500, line: /no credentials; expected a role/ },
    { why: "a JSON path that is not simulated", path: "/wild", status: 501 },
    { why: "another service", api: "http", path: "/purge", status: 501 },
  ])
    it(`gets nothing for ${why}: ${status}`, async () => {
      assert.equal((await post(api, path, body, type)).status, status);
      if (line) assert.match(server.lines.join(), line);
      assert.deepEqual(await receive(), []);
    });

  it("is found by a function through the SDK, by its URL alone", async () => {
    await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: "for the worker" }));
    const { json } = await server.call("work", "GET /");
    assert.deepEqual(json, ["for the worker"], server.lines.join("\n"));
  });
});
