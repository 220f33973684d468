import assert from "node:assert/strict";
import fc from "fast-check";
import { fillPath } from "../../../../local/gateway/integrate/fill-path";
import { changed, reservedMapping } from "../../../../local/gateway/integrate/http-mapping";
import { planRestRequest } from "../../../../local/gateway/integrate/plan-rest-request";
import { httpValue } from "../../../../local/gateway/mapping/http-expression";
import { escapeJavaScript, urlDecode, urlEncode } from "../../../../local/gateway/mapping/java";
import { jsonPath } from "../../../../local/gateway/mapping/json-path";
import { restValue } from "../../../../local/gateway/mapping/rest-expression";
import { mapTemplate } from "../../../../local/gateway/mapping/velocity";
import { requestOf } from "../../../support/gateway/request";

const body = '{"item":"it\'s","tags":["a","b"],"n":1,"in":{"x y":true}}';
const request = requestOf({
  method: "POST",
  query: "page=2&page=3",
  headers: [
    ["X-One", "1"],
    ["x-one", "2"],
    ["Content-Type", "application/json"],
  ],
  body: Buffer.from(body),
  pathParameters: { id: "7" },
  stage: { name: "v1", variables: { colour: "blue" } },
  context: { stage: "v1", apiId: "abc", "authorizer.claims.sub": "ada", "identity.sourceIp": "127.0.0.1" },
});
const answer = { status: 200, headers: [["X-Own", "yes"]] as const, body: Buffer.from('{"id":5}') };

describe("a JSON path", () => {
  const root = { a: { b: [1, { "c d": null }] } };
  for (const { path, value } of [
    { path: "$", value: root },
    { path: "$.a.b[0]", value: 1 },
    { path: "$.a.b[1]['c d']", value: null },
    { path: "a.b[7].x", value: undefined },
  ])
    it(`${path} finds ${JSON.stringify(value)}`, () => assert.deepEqual(jsonPath(root, path), value));
  for (const path of ["$..b", "$.a.*", "$.a[?(@.b)]"])
    it(`${path} is not simulated`, () => assert.throws(() => jsonPath(root, path), /is not simulated locally/));
});

describe("a mapping template", () => {
  for (const { template, text } of [
    { template: "$input.body", text: body },
    { template: "$input.json('$.tags')", text: '["a","b"]' },
    { template: "$input.path('$.tags[1]') $input.path('$').n", text: "b 1" },
    { template: "$input.params('id') $input.params('page') $input.params('X-One')", text: "7 2 1" },
    { template: "$input.params().path.id", text: "7" },
    { template: "$context.authorizer.claims.sub $context.identity.sourceIp", text: "ada 127.0.0.1" },
    { template: "$stageVariables.colour ${context.stage}!", text: "blue v1!" },
    { template: "#set($x = 'y')#if($x == 'y')yes#{else}no#end", text: "yes" },
    { template: "#foreach($t in $input.path('$.tags'))$t#if($foreach.hasNext),#end#end", text: "a,b" },
    { template: "$context.nothing $!context.nothing|", text: "$context.nothing |" },
    {
      template: '#if("$!context.authorizer.claims.sub" != "")$util.urlEncode("$!context.authorizer.claims.sub")#end',
      text: "ada",
    },
    { template: "$util.urlEncode($input.path('$.item')) $util.base64Encode('ä')", text: "it%27s w6Q=" },
    { template: "$util.escapeJavaScript($input.path('$.item')).replaceAll(\"\\\\'\", \"'\")", text: "it's" },
    { template: '$util.parseJson(\'{"a":{"b":3}}\').a.b', text: "3" },
    { template: "{}## the end", text: "{}" },
  ])
    it(`${template} gives ${text}`, () => assert.equal(mapTemplate(template, request, request.body).text, text));

  it("may set what is sent and answered", () => {
    const template = `#set($context.requestOverride.header.X = "a")#set($context.responseOverride.status = 418)`;
    const { requestOverride, responseOverride } = mapTemplate(template, request, request.body);
    assert.deepEqual([requestOverride.header, responseOverride.status], [{ X: "a" }, 418]);
  });

  it("sees an empty object where there is no body", () =>
    assert.equal(mapTemplate("$input.body $input.json('$.a')", request, Buffer.alloc(0)).text, '{} ""'));

  for (const template of ["#if(", "$input.json('$..a')"])
    it(`${template} is not simulated`, () =>
      assert.throws(() => mapTemplate(template, request, request.body), /is not simulated locally/));
});

describe("what templates call", () => {
  it("encodes for a form whatever there is, so that nothing of a message is lost or read as a field", () =>
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const form = new URLSearchParams(`a=${urlEncode(text)}&b=1`);
        assert.deepEqual([form.get("a"), form.get("b"), urlDecode(urlEncode(text))], [text, "1", text]);
      }),
    ));
  it("escapes for JavaScript what JSON reads back, once single quotes and slashes are let be", () =>
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const escaped = escapeJavaScript(text).replaceAll("\\'", "'");
        assert.equal(JSON.parse(`"${escaped}"`), text);
      }),
    ));
  it("escapes as Java does", () => assert.equal(escapeJavaScript("a'\"/\nä"), "a\\'\\\"\\/\\n\\u00E4"));
});

describe("a mapping expression of a REST API", () => {
  for (const { expression, value } of [
    { expression: "'fixed'", value: "fixed" },
    { expression: "method.request.header.X-ONE", value: "1" },
    { expression: "method.request.multivalueheader.x-one", value: "1,2" },
    { expression: "method.request.querystring.page", value: "3" },
    { expression: "method.request.path.id", value: "7" },
    { expression: "method.request.body", value: body },
    { expression: "method.request.body.tags[0]", value: "a" },
    { expression: "integration.response.header.x-own", value: "yes" },
    { expression: "integration.response.body.id", value: "5" },
    { expression: "context.authorizer.claims.sub", value: "ada" },
    { expression: "stageVariables.colour", value: "blue" },
    { expression: "method.request.header.none", value: undefined },
    { expression: "nonsense", value: undefined },
  ])
    it(`${expression} is ${value}`, () => assert.equal(restValue(expression, request, answer), value));
});

describe("a mapping expression of an HTTP API", () => {
  for (const { expression, value } of [
    { expression: "fixed", value: "fixed" },
    { expression: "$request.header.X-One", value: "1,2" },
    { expression: "$request.querystring.page", value: "2,3" },
    { expression: "$request.path", value: "/orders/7" },
    { expression: "$request.path.id", value: "7" },
    { expression: "${request.path.id}/${context.stage}/${context.none}", value: "7/v1/" },
    { expression: "$request.body.in['x y']", value: "true" },
    { expression: "$response.body.id", value: "5" },
    { expression: "$context.none", value: undefined },
    { expression: '{"a":"${context.stage}"}', value: '{"a":"v1"}' },
    { expression: "$5", value: "$5" },
  ])
    it(`${expression} is ${value}`, () => assert.equal(httpValue(expression, request, answer), value));

  it("changes headers by the way that its key says", () => {
    const parameters = {
      "append:header.A": "2",
      "overwrite:header.b": "$context.stage",
      "remove:header.c": "''",
      "overwrite:header.d": "$context.none",
    };
    const before = [
      ["a", "1"],
      ["B", "x"],
      ["C", "x"],
      ["d", "kept"],
    ] as const;
    assert.deepEqual(changed(before, "header", parameters, request), [
      ["a", "1"],
      ["d", "kept"],
      ["A", "2"],
      ["b", "v1"],
    ]);
  });
  for (const [target, isReserved] of [
    ["overwrite:header.Authorization", true],
    ["append:header.x-amzn-trace", true],
    ["remove:header.Via", true],
    ["overwrite:header.x-caller", false],
    ["overwrite:path", false],
  ] as const)
    it(`${target} is ${isReserved ? "AWS's own" : "anybody's"}`, () =>
      assert.equal(reservedMapping({ [target]: "x" }), isReserved ? target : undefined));
});

describe("an address with path parameters", () => {
  for (const { address, route, url } of [
    { address: "https://a/{id}/x", route: "/things/{id}", url: "https://a/..%2Fadmin/x" },
    { address: "https://a/{id}", route: "/things/{id+}", url: "https://a/../admin" },
    { address: "https://a/{other}", route: "/things/{id}", url: "https://a/{other}" },
  ])
    it(`${address} under ${route} is ${url}`, () => assert.equal(fillPath(address, { id: "../admin" }, route), url));
});

describe("what a REST integration sends", () => {
  const mapping = {
    ...{ uri: "https://a.example/x", parameters: {}, templates: {}, responses: [], timeoutMs: 1000 },
    passthrough: "WHEN_NO_MATCH" as "WHEN_NO_MATCH" | "NEVER" | "WHEN_NO_TEMPLATES",
  };
  const xml = { "application/xml": "<x/>" };
  for (const { why, part, sent } of [
    { why: "the body as it came, without a template", part: {}, sent: body },
    { why: "the body as it came, where no template fits and that may be", part: { templates: xml }, sent: body },
    {
      why: "what the fitting template makes",
      part: { templates: { ...xml, "application/json": "$input.params('id')" } },
      sent: "7",
    },
    { why: "what the default template makes", part: { templates: { ...xml, $default: "d" } }, sent: "d" },
    {
      why: "nothing where only templates may pass",
      part: { templates: xml, passthrough: "NEVER" as const },
      sent: undefined,
    },
    {
      why: "nothing where there is a template, but for another type",
      part: { templates: xml, passthrough: "WHEN_NO_TEMPLATES" as const },
      sent: undefined,
    },
    {
      why: "the body as it came where there are no templates at all",
      part: { passthrough: "WHEN_NO_TEMPLATES" as const },
      sent: body,
    },
    { why: "no body with GET", part: { method: "GET" }, sent: "" },
  ])
    it(`is ${why}`, () => {
      const planned = planRestRequest({ ...mapping, ...part }, false, request);
      assert.equal("refusal" in planned ? undefined : planned.body.toString(), sent);
      if ("refusal" in planned) assert.equal(planned.refusal.status, 415);
    });

  it("has no header of the caller's unless it is mapped, and what a template overrides", () => {
    const parameters = {
      "integration.request.header.X-Two": "method.request.header.x-one",
      "integration.request.header.X-Three": "'3'",
    };
    const templates = { "application/json": '#set($context.requestOverride.header.X-Three = "4")' };
    const planned = planRestRequest(
      {
        ...mapping,
        parameters,
        templates: { "application/json": templates["application/json"].replace("X-Three", "XThree") },
      },
      false,
      request,
    );
    const headers = "refusal" in planned ? [] : planned.headers.map(([name, value]) => `${name}: ${value}`);
    assert.deepEqual(headers, [
      "X-Two: 1",
      "X-Three: 3",
      "XThree: 4",
      "Accept: application/json",
      "User-Agent: AmazonAPIGateway_abc",
      "Content-Type: application/json",
      "X-Amzn-Apigateway-Api-Id: abc",
    ]);
  });

  it("cannot have a header that is AWS's own", () => {
    const parameters = { "integration.request.header.Content-Length": "'1'" };
    assert.equal("refusal" in planRestRequest({ ...mapping, parameters }, true, request), true);
  });
});
