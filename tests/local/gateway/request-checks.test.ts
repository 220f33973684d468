import assert from "node:assert/strict";
import { restApi } from "../../support/gateway/rest-api";
import { serve, type TestGateway } from "../../support/gateway/serve";
import { executionArn, Stack } from "../../support/gateway/stack";

const schema = { type: "object", properties: { item: { type: "string" } }, required: ["item"] };
const problem =
  '{"title":"Bad request","detail":$context.error.messageString,"errors":"$context.error.validationErrorString","id":"$context.requestId"}';

describe("a REST API that looks at requests itself", () => {
  let server: TestGateway;

  before(async () => {
    const stack = new Stack();
    const echo = stack.lambda(
      "echo",
      "exports.handler = async (event) => ({ statusCode: 200, body: JSON.stringify(event) });",
    );
    stack.permission("echo", `${executionArn("rest")}/*`);
    const shared = { restApi: "rest" };
    stack.add("aws:apigateway/requestValidator:RequestValidator", "all", "all", {
      ...shared,
      validateRequestBody: true,
      validateRequestParameters: true,
    });
    stack.add("aws:apigateway/requestValidator:RequestValidator", "none", "none", {
      ...shared,
      validateRequestBody: false,
      validateRequestParameters: false,
    });
    stack.add("aws:apigateway/model:Model", "Order", "m1", {
      ...shared,
      name: "Order",
      contentType: "application/json",
      schema: JSON.stringify(schema),
    });
    const checked = (requestValidatorId: string) => ({
      requestValidatorId,
      requestModels: { "application/json": "Order" },
      requestParameters: { "method.request.querystring.shop": true, "method.request.querystring.page": false },
    });
    restApi(stack, "rest", [
      { route: "POST /orders", method: checked("all"), integration: echo },
      { route: "POST /unchecked", method: checked("none"), integration: echo },
      { route: "POST /signed", method: checked("all"), authorization: "AWS_IAM", integration: echo },
      { route: "POST /keyed", method: checked("all"), apiKeyRequired: true, integration: echo },
    ]);
    for (const responseType of ["BAD_REQUEST_BODY", "BAD_REQUEST_PARAMETERS"])
      stack.add("aws:apigateway/response:Response", responseType, responseType, {
        restApiId: "rest",
        responseType,
        responseTemplates: { "application/problem+json": problem },
      });
    stack.add("aws:apigateway/apiKey:ApiKey", "acme", "k1", { name: "acme", value: "acme-key", enabled: true });
    stack.add("aws:apigateway/apiKey:ApiKey", "loose", "k2", { name: "loose", value: "loose-key", enabled: true });
    const apiStages = [{ apiId: "rest", stage: "v1" }];
    const throttleSettings = { rateLimit: 1, burstLimit: 2 };
    stack.add("aws:apigateway/usagePlan:UsagePlan", "plan", "p1", { apiStages, throttleSettings });
    stack.add("aws:apigateway/usagePlanKey:UsagePlanKey", "planKey", "k1", {
      keyId: "k1",
      keyType: "API_KEY",
      usagePlanId: "p1",
    });
    server = await serve(stack);
  });
  after(() => server.gateway.close());

  const post = (path: string, body: string, key?: string) =>
    server.call("rest", `POST ${path}`, {
      body,
      headers: { "content-type": "application/json", ...(key !== undefined && { "x-api-key": key }) },
    });
  const good = '{"item":"tea"}';

  it("answers a body that does not fit in the words of its gateway response, and calls nothing", async () => {
    const { status, json, headers } = await post("/orders?shop=1", "{}");
    assert.equal(status, 400);
    assert.equal(headers.get("content-type"), "application/problem+json");
    assert.equal(json.detail, "Invalid request body");
    assert.equal(json.errors, '[object has missing required properties (["item"])]');
    assert.equal(json.id, headers.get("x-amzn-requestid"));
    assert.equal(server.gateway.invocations().echo, 0);
  });

  for (const { why, path, body = good, key, status } of [
    { why: "a missing parameter", path: "/orders", status: 400 },
    { why: "all that is required", path: "/orders?shop=1", status: 200 },
    { why: "anything where the validator checks nothing", path: "/unchecked", body: "{}", status: 200 },
    { why: "a wrong body of somebody who may not come in", path: "/signed", body: "{}", status: 403 },
    { why: "a wrong body without a key", path: "/keyed", body: "{}", status: 403 },
    { why: "a wrong body with a key", path: "/keyed?shop=1", body: "{}", key: "acme-key", status: 400 },
    { why: "a key without a usage plan", path: "/keyed?shop=1", key: "loose-key", status: 403 },
  ])
    it(`answers ${status} to ${why}`, async () => assert.equal((await post(path, body, key)).status, status));

  it("counts what a key is used for, and tells the function whose it is, but no log its value", async () => {
    server.advance(60);
    const answers = [];
    for (let count = 0; count < 3; count++) answers.push(await post("/keyed?shop=1", good, "acme-key"));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 429],
    );
    assert.equal(answers[0]?.json.requestContext.identity.apiKeyId, "k1");
    assert.deepEqual(answers[2]?.json, { message: "Too Many Requests" });
    assert.ok(!JSON.stringify(server.records).includes("acme-key") && !server.lines.join().includes("acme-key"));
  });
});
