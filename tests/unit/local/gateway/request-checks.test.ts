import assert from "node:assert/strict";
import fc from "fast-check";
import { ApiKeys } from "../../../../local/gateway/api-keys";
import type { UsagePlan } from "../../../../local/gateway/model";
import { RequestValidators } from "../../../../local/gateway/validate-request";
import { requestOf } from "../../../support/gateway/request";

const schema = {
  $schema: "http://json-schema.org/draft-04/schema#",
  type: "object",
  properties: {
    item: { type: "string", minLength: 1 },
    quantity: { type: "integer", minimum: 0, exclusiveMinimum: true },
  },
  required: ["item"],
  additionalProperties: false,
};
const models = [
  { name: "Order", schema: JSON.stringify(schema) },
  {
    name: "Orders",
    schema: '{"type":"array","items":{"$ref":"https://apigateway.amazonaws.com/restapis/abc/models/Order"}}',
  },
];
const validators = new RequestValidators({ models });

describe("a request validator", () => {
  const check = (body: string, type = "application/json", model = "Order") =>
    validators.check(
      { validation: { parameters: [], models: { "application/json": model } } },
      requestOf({ body: Buffer.from(body), headers: type === "" ? [] : [["content-type", type]] }),
    );
  for (const { why, body, type, model, fault } of [
    { why: "takes a body that fits", body: '{"item":"tea","quantity":1}' },
    { why: "looks at no other media type", body: "<x/>", type: "application/xml" },
    { why: "takes a body without a type for JSON", body: "{}", type: "", fault: /required properties \(\["item"\]\)/ },
    { why: "takes no body for an empty object", body: "", fault: /required properties \(\["item"\]\)/ },
    { why: "names what is too much", body: '{"item":"a","more":1}', fault: /not allowed by the schema: \["more"\]/ },
    {
      why: "names where a value is wrong",
      body: '{"item":"a","quantity":"1"}',
      fault: /^\[\/quantity must be integer\]$/,
    },
    {
      why: "knows draft 4, where a bound is excluded by a flag",
      body: '{"item":"a","quantity":0}',
      fault: /\/quantity/,
    },
    { why: "refuses what is no JSON", body: "{", fault: /not JSON/ },
    { why: "follows a model into another", body: '[{"quantity":1}]', model: "Orders", fault: /\["item"\]/ },
    { why: "has AWS's own models", body: "[]", model: "Empty", fault: /must be object/ },
  ] as { why: string; body: string; type?: string; model?: string; fault?: RegExp }[])
    it(why, () => {
      const refusal = check(body, type, model);
      assert.equal(refusal?.message, fault && "Invalid request body");
      assert.equal(refusal?.type, fault && "BAD_REQUEST_BODY");
      if (fault) assert.match(refusal?.validation ?? "", fault);
    });

  it("wants required parameters, and takes an empty one for none", () => {
    const parameters = ["header.X-Trace", "path.id", "querystring.page"].map((name) => `method.request.${name}`);
    const request = requestOf({ headers: [["x-trace", "1"]], pathParameters: { id: "7" }, query: "page=" });
    assert.equal(
      validators.check({ validation: { parameters } }, request)?.message,
      "Missing required request parameters: [page]",
    );
    assert.equal(validators.check({ validation: { parameters } }, { ...request, query: "page=1" }), undefined);
  });
  it("checks nothing where a method has none", () => assert.equal(validators.check({}, requestOf()), undefined));
});

describe("an API key", () => {
  const route = { path: "/orders", method: "GET" };
  const plan = (part: Partial<UsagePlan> = {}): UsagePlan => ({
    id: "plan",
    stages: ["v1"],
    methodThrottles: {},
    ...part,
  });
  const keys = (plans: UsagePlan[], enabled = true) => {
    let time = 0;
    const guard = new ApiKeys({ apiKeys: [{ id: "key", value: "secret", enabled, plans }] }, () => time);
    return {
      call: (value: string | undefined = "secret", part = {}) => {
        const decision = guard.check(
          route,
          requestOf({ headers: value === "" ? [] : [["X-API-Key", value]], ...part }),
        );
        return "refusal" in decision ? decision.refusal.type : decision.key.id;
      },
      advance: (seconds: number) => {
        time += seconds * 1000;
      },
    };
  };

  for (const { why, decision, result } of [
    { why: "lets its bearer in", decision: () => keys([plan()]).call(), result: "key" },
    { why: "must be there", decision: () => keys([plan()]).call(""), result: "INVALID_API_KEY" },
    { why: "must be known", decision: () => keys([plan()]).call("secret2"), result: "INVALID_API_KEY" },
    { why: "must be enabled", decision: () => keys([plan()], false).call(), result: "INVALID_API_KEY" },
    { why: "must have a usage plan", decision: () => keys([]).call(), result: "INVALID_API_KEY" },
    {
      why: "must have one for the stage",
      decision: () => keys([plan({ stages: ["v2"] })]).call(),
      result: "INVALID_API_KEY",
    },
  ])
    it(why, () => assert.equal(decision(), result));

  it("is throttled past the burst of its plan, and let in again at its rate", () => {
    const { call, advance } = keys([plan({ throttle: { rate: 2, burst: 3 } })]);
    assert.deepEqual([call(), call(), call(), call()], ["key", "key", "key", "THROTTLED"]);
    advance(0.5);
    assert.deepEqual([call(), call()], ["key", "THROTTLED"]);
  });

  it("is throttled by the method's own limit, where there is one", () => {
    const { call } = keys([
      plan({ throttle: { rate: 9, burst: 9 }, methodThrottles: { "/orders/GET": { rate: 1, burst: 1 } } }),
    ]);
    assert.deepEqual([call(), call()], ["key", "THROTTLED"]);
    assert.equal(call("secret", { method: "POST" }), "key");
  });

  it("is refused past its quota, until the period ends", () => {
    const { call, advance } = keys([plan({ quota: { limit: 2, period: "DAY" } })]);
    assert.deepEqual([call(), call(), call()], ["key", "key", "QUOTA_EXCEEDED"]);
    advance(86_400);
    assert.equal(call(), "key");
  });

  it("never lets more requests in than burst and rate together", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { maxLength: 40 }),
        (rate, burst, pauses) => {
          const { call, advance } = keys([plan({ throttle: { rate, burst } })]);
          let let_in = 0;
          for (const pause of pauses) {
            advance(pause);
            if (call() === "key") let_in += 1;
          }
          const seconds = pauses.reduce((sum, pause) => sum + pause, 0);
          assert.ok(let_in <= burst + rate * seconds + 1e-6);
        },
      ),
    ));
});
