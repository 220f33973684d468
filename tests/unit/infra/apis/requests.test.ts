import assert from "node:assert/strict";
import { planGatewayResponses } from "../../../../infra/apis/plan-gateway-responses";
import { planRequest } from "../../../../infra/apis/plan-request";
import type { Route } from "../../../../infra/catalogue/define/route";
import { settingsOf } from "../../../support/settings";

const route = (changes: object) =>
  ({ apis: ["rest"], method: "POST", path: "/a", handler: "h", public: "a test", ...changes }) as Route;

describe("what a REST API checks of a request", () => {
  const body = { type: "object", required: ["a"], properties: { a: { type: "string" } } } as const;

  it("is the body by a model of draft 4, whose name is letters and digits", () => {
    const { model } = planRequest(route({ request: { body } }), "post-orders-id");
    assert.equal(model!.name, "PostOrdersIdBody");
    assert.deepEqual(JSON.parse(model!.schema), { $schema: "http://json-schema.org/draft-04/schema#", ...body });
  });

  it("is the body of any content type, where nobody behind it would refuse another", () => {
    const typesOf = (changes: object) =>
      planRequest(route({ request: { body }, ...changes }), "slug").model!.contentTypes;
    assert.deepEqual(typesOf({ handler: undefined, upstream: "prices" }), ["application/json", "$default"]);
    assert.deepEqual(typesOf({}), ["application/json"]);
    assert.deepEqual(typesOf({ handler: undefined, queue: "shipments" }), ["application/json"]);
  });

  for (const { why, changes, parameters } of [
    { why: "nothing where nothing is declared", changes: {}, parameters: {} },
    {
      why: "that path parameters are there, which mappings name",
      changes: { path: "/a/{b}/{c+}" },
      parameters: { "method.request.path.b": true, "method.request.path.c": true },
    },
    {
      why: "that required query parameters are there, and not the others",
      changes: {
        request: { query: { properties: { q: { type: "string" }, n: { type: "integer" } }, required: ["q"] } },
      },
      parameters: { "method.request.querystring.q": true, "method.request.querystring.n": false },
    },
  ])
    it(`is ${why}`, () => assert.deepEqual(planRequest(route(changes), "slug"), { parameters }));
});

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html */
const statuses: Readonly<Record<string, number | undefined>> = {
  DEFAULT_4XX: undefined,
  DEFAULT_5XX: undefined,
  ACCESS_DENIED: 403,
  API_CONFIGURATION_ERROR: 500,
  AUTHORIZER_CONFIGURATION_ERROR: 500,
  AUTHORIZER_FAILURE: 500,
  BAD_REQUEST_BODY: 400,
  BAD_REQUEST_PARAMETERS: 400,
  EXPIRED_TOKEN: 403,
  INTEGRATION_FAILURE: 504,
  INTEGRATION_TIMEOUT: 504,
  INVALID_API_KEY: 403,
  INVALID_SIGNATURE: 403,
  MISSING_AUTHENTICATION_TOKEN: 403,
  QUOTA_EXCEEDED: 429,
  REQUEST_TOO_LARGE: 413,
  RESOURCE_NOT_FOUND: 404,
  THROTTLED: 429,
  UNAUTHORIZED: 401,
  UNSUPPORTED_MEDIA_TYPE: 415,
  WAF_FILTERED: 403,
};

describe("what a REST API says when it refuses", () => {
  const plans = planGatewayResponses(settingsOf("dev").api);

  it("covers every type that AWS documents", () =>
    assert.deepEqual(plans.map(({ responseType }) => responseType).sort(), Object.keys(statuses).sort()));

  for (const { responseType, responseTemplates, ...others } of plans)
    it(`is one problem for ${responseType}, with AWS's own status and message`, () => {
      assert.deepEqual(Object.keys(responseTemplates), ["application/problem+json"]);
      // As API Gateway fills it in: a message that comes quoted, and texts that do not.
      const text = responseTemplates["application/problem+json"]!.replaceAll(
        "$context.error.messageString",
        '"AWS says \\"no\\""',
      )
        .replaceAll("$context.error.validationErrorString", "[no]")
        .replaceAll("$context.requestId", "id-1");
      const { title, status, detail, requestId, errors, ...more } = JSON.parse(text) as Record<string, unknown>;
      assert.deepEqual([status, detail, requestId, more], [statuses[responseType], 'AWS says "no"', "id-1", {}]);
      assert.match(String(title), /^[A-Z][a-z ]+$/);
      assert.equal(errors !== undefined, responseType.startsWith("BAD_REQUEST_"));
      assert.ok(!("statusCode" in others), "AWS's status would change");
    });

  it("lists faults of body and query as the functions do", () => {
    const errors = (type: string) =>
      /"errors":(\[.*\])/.exec(
        plans.find(({ responseType }) => responseType === type)!.responseTemplates["application/problem+json"]!,
      )![1];
    assert.equal(
      errors("BAD_REQUEST_BODY"),
      '[{"in":"body","name":"","message":"$context.error.validationErrorString"}]',
    );
    assert.equal(errors("BAD_REQUEST_PARAMETERS"), '[{"in":"query","name":"","message":$context.error.messageString}]');
  });
});
