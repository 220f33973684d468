import assert from "node:assert/strict";
import type { Answer } from "../../../../local/gateway/answer";
import { corsHeaders, isPreflight, preflightHeaders } from "../../../../local/gateway/cors";
import { gatewayAnswer } from "../../../../local/gateway/gateway-response";
import { httpLambdaAnswer, restLambdaAnswer } from "../../../../local/gateway/lambda-response";
import { isText, matchesMediaType } from "../../../../local/gateway/media-type";
import { mockAnswer } from "../../../../local/gateway/mock-integration";
import type { GatewayResponse } from "../../../../local/gateway/model";
import { restRefusals } from "../../../../local/gateway/rest-refusal";
import { renderTemplate } from "../../../../local/gateway/template";
import { requestOf } from "../../../support/gateway/request";

const response = (part: Partial<GatewayResponse>): GatewayResponse => ({ parameters: {}, templates: {}, ...part });

describe("a gateway response", () => {
  const answer = (refusal: keyof typeof restRefusals, responses: Record<string, GatewayResponse>) => {
    const request = requestOf({ headers: [["Origin", "https://a.example"]], context: { stage: "v1" } });
    const { status, headers, body } = gatewayAnswer(restRefusals[refusal], new Map(Object.entries(responses)), request);
    return { status, headers: Object.fromEntries(headers), body: body.toString() };
  };
  const message = { templates: { "application/json": '{"m":$context.error.messageString}' } };

  for (const { why, refusal, responses, status, body } of [
    {
      why: "is AWS's own where none is declared",
      refusal: "unauthorized",
      responses: {},
      status: 401,
      body: '{"message":"Unauthorized"}',
    },
    {
      why: "is that of its type",
      refusal: "unauthorized",
      responses: { UNAUTHORIZED: response({ status: 418 }) },
      status: 418,
    },
    {
      why: "is else that of its class",
      refusal: "unauthorized",
      responses: { DEFAULT_4XX: response(message) },
      status: 401,
      body: '{"m":"Unauthorized"}',
    },
    {
      why: "is not that of the other class",
      refusal: "unauthorized",
      responses: { DEFAULT_5XX: response({ status: 599 }) },
      status: 401,
    },
    {
      why: "prefers its type to its class",
      refusal: "expired",
      responses: { DEFAULT_4XX: response({ status: 400 }), UNAUTHORIZED: response(message) },
      status: 401,
      body: '{"m":"The incoming token has expired"}',
    },
    {
      why: "writes null for a failure without words",
      refusal: "authorizerFailure",
      responses: { DEFAULT_5XX: response(message) },
      status: 500,
      body: '{"m":null}',
    },
    {
      why: "is 501 where its template is beyond what is simulated",
      refusal: "unauthorized",
      responses: { DEFAULT_4XX: response({ templates: { "text/plain": "#if(true)x#end" } }) },
      status: 501,
    },
  ] as const)
    it(why, () => {
      const given = answer(refusal, responses);
      assert.equal(given.status, status);
      if (body) assert.equal(given.body, body);
    });

  it("sets headers to texts, to what was asked, and to the context", () => {
    const parameters = {
      "gatewayresponse.header.A": "'text'",
      "gatewayresponse.header.B": "method.request.header.origin",
      "gatewayresponse.header.C": "context.stage",
      "gatewayresponse.header.D": "method.request.header.absent",
    };
    const { headers } = answer("unauthorized", { UNAUTHORIZED: response({ parameters }) });
    assert.deepEqual([headers.A, headers.B, headers.C, headers.D], ["text", "https://a.example", "v1", undefined]);
    assert.equal(headers["x-amzn-ErrorType"], "UnauthorizedException");
  });
});

describe("a template", () => {
  for (const { template, text } of [
    { template: "$context.stage ${context.stage}!", text: "v1 v1!" },
    { template: "$context.unknown costs $5", text: "$context.unknown costs $5" },
    { template: "$input.json('$')", text: undefined },
    { template: "#set($a = 1)", text: undefined },
  ])
    it(`${template} ${text === undefined ? "is not simulated" : `gives ${text}`}`, () => {
      const rendered = renderTemplate(template, { "context.stage": "v1" });
      assert.equal(rendered.kind === "text" ? rendered.text : undefined, text);
    });
});

describe("a mock integration", () => {
  const parameters = {
    "method.response.header.Allow": "'GET'",
    "method.response.header.X": "integration.response.header.X",
  };
  const ok = { status: 204, parameters, templates: {} };
  const teapot = { status: 418, selectionPattern: "4\\d{2}", parameters: {}, templates: { "text/plain": "tea" } };
  const mock = (template: string | undefined) =>
    mockAnswer(
      { kind: "mock", requestTemplates: template ? { "application/json": template } : {}, responses: [teapot, ok] },
      requestOf(),
    ) as Answer;
  for (const { why, template, status, body = "" } of [
    {
      why: "answers with the response that its status selects",
      template: '{"statusCode": 418}',
      status: 418,
      body: "tea",
    },
    {
      why: "answers with the default response for any other",
      template: '{"statusCode": 200}',
      status: 204,
    },
    { why: "fails without a status", template: "{}", status: 500, body: '{"message":"Internal server error"}' },
    { why: "fails without a template", template: undefined, status: 500, body: '{"message":"Internal server error"}' },
  ])
    it(why, () => {
      const answer = mock(template);
      assert.deepEqual([answer.status, answer.body.toString()], [status, body]);
    });

  it("sends static header values only", () => {
    const headers = Object.fromEntries(mock('{"statusCode": 200}').headers);
    assert.deepEqual([headers.Allow, headers.X], ["GET", undefined]);
  });
});

describe("the CORS headers of an HTTP API", () => {
  const cors = {
    allowCredentials: false,
    allowHeaders: [],
    allowMethods: ["GET"],
    allowOrigins: [],
    exposeHeaders: [],
  };
  for (const { why, allowOrigins, origin, allowed } of [
    {
      why: "name an origin of the list",
      allowOrigins: ["https://a.example"],
      origin: "https://a.example",
      allowed: "https://a.example",
    },
    {
      why: "are none for another",
      allowOrigins: ["https://a.example"],
      origin: "https://b.example",
      allowed: undefined,
    },
    {
      why: "are none for the same host by http",
      allowOrigins: ["https://*"],
      origin: "http://a.example",
      allowed: undefined,
    },
    {
      why: "name any origin of a scheme",
      allowOrigins: ["https://*"],
      origin: "https://b.example",
      allowed: "https://b.example",
    },
    { why: "say * for everybody", allowOrigins: ["*"], origin: "https://b.example", allowed: "*" },
    { why: "are none without an origin", allowOrigins: ["*"], origin: undefined, allowed: undefined },
  ])
    it(why, () => {
      const find = (headers: readonly (readonly [string, string])[]) =>
        Object.fromEntries(headers)["access-control-allow-origin"];
      assert.equal(find(corsHeaders({ ...cors, allowOrigins }, origin)), allowed);
      assert.equal(find(preflightHeaders({ ...cors, allowOrigins }, origin)), allowed);
    });

  it("belong to a preflight only if it says so", () => {
    const headers = [
      ["Origin", "x"],
      ["Access-Control-Request-Method", "GET"],
    ] as const;
    assert.equal(isPreflight({ method: "OPTIONS", headers }), true);
    assert.equal(isPreflight({ method: "OPTIONS", headers: headers.slice(0, 1) }), false);
    assert.equal(isPreflight({ method: "GET", headers }), false);
  });
});

describe("a function's answer", () => {
  const binary = { statusCode: 200, body: "aGk=", isBase64Encoded: true };
  const accepting = (binaryMediaTypes: string[], accept?: string) =>
    restLambdaAnswer(binary, { binaryMediaTypes, accept });
  for (const { why, answer, body } of [
    { why: "stays base64 on REST where no type is binary", answer: accepting([], "image/png"), body: "aGk=" },
    {
      why: "is decoded on REST for a binary type that is accepted",
      answer: accepting(["image/*"], "image/png, */*"),
      body: "hi",
    },
    { why: "is decoded on REST where everything is binary", answer: accepting(["*/*"]), body: "hi" },
    { why: "is decoded on HTTP always", answer: httpLambdaAnswer(binary, "2.0"), body: "hi" },
  ])
    it(why, () => assert.equal(answer.kind === "answer" && answer.answer.body.toString(), body));

  for (const { why, payload } of [
    { why: "a status out of range", payload: { statusCode: 999 } },
    { why: "headers in a list", payload: { statusCode: 200, headers: [] } },
    { why: "a header that is an object", payload: { statusCode: 200, headers: { a: {} } } },
    { why: "cookies that are no list", payload: { statusCode: 200, cookies: "a=1" } },
    { why: "text", payload: "hello" },
    { why: "a list", payload: [] },
  ])
    it(`is malformed with ${why}`, () =>
      assert.equal(restLambdaAnswer(payload, { binaryMediaTypes: [], accept: undefined }).kind, "malformed"));
});

describe("a media type", () => {
  for (const { type, text } of [
    { type: "application/json; charset=utf-8", text: true },
    { type: "application/problem+json", text: true },
    { type: "text/csv", text: true },
    { type: undefined, text: true },
    { type: "application/x-www-form-urlencoded", text: false },
    { type: "image/png", text: false },
  ])
    it(`${type ?? "that is absent"} is ${text ? "text" : "binary"} to an HTTP API`, () =>
      assert.equal(isText(type), text));

  it("falls under its own name, its family and everything", () => {
    const patterns = ["image/png", "image/*", "*/*", "text/*", "image/pn"];
    assert.deepEqual(
      patterns.map((pattern) => matchesMediaType(pattern, "Image/PNG; q=1")),
      [true, true, true, false, false],
    );
  });
});
