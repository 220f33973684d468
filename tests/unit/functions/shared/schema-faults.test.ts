import assert from "node:assert/strict";
import { describe as inWords, schemaFaults } from "../../../../functions/shared/schema-faults";
import type { JsonSchema } from "../../../../infra/catalogue/define/request";
import { newOrder } from "../../../../infra/catalogue/requests";

const parcel: JsonSchema = {
  type: "object",
  properties: {
    address: {
      type: "object",
      properties: { city: { type: "string", minLength: 1 }, "post/code": { type: "string", pattern: "^[0-9]{5}$" } },
      required: ["city"],
      additionalProperties: false,
    },
    labels: { type: "array", items: { type: "string", enum: ["fragile", "cold"] }, maxItems: 2 },
  },
};

describe("a body against its schema", () => {
  for (const { why, schema, value, faults } of [
    { why: "is good", schema: newOrder.body, value: { item: "tea", quantity: 1000 }, faults: [] },
    { why: "is no object", schema: newOrder.body, value: [1], faults: [" must be an object"] },
    { why: "is null", schema: newOrder.body, value: null, faults: [" must be an object"] },
    { why: "lacks everything", schema: newOrder.body, value: {}, faults: ["item is missing", "quantity is missing"] },
    {
      why: "is wrong in several ways, each said once",
      schema: newOrder.body,
      value: { item: "", quantity: 0.5, owner: "bob" },
      faults: [
        "item must be a text of 1 to 200 characters",
        "quantity must be a whole number from 1 to 1000",
        "owner is not known here",
      ],
    },
    {
      why: "has a number as text",
      schema: newOrder.body,
      value: { item: "tea", quantity: "2" },
      faults: ["quantity must be a whole number from 1 to 1000"],
    },
    {
      why: "carries the names of JavaScript's own properties",
      schema: newOrder.body,
      value: JSON.parse('{"item":"tea","quantity":1,"constructor":1,"toString":2,"__proto__":{"item":"x"}}'),
      faults: ["constructor is not known here", "toString is not known here", "__proto__ is not known here"],
    },
    {
      why: "is wrong further in",
      schema: parcel,
      value: { address: { "post/code": "x" }, labels: ["cold", "hot", "wet"] },
      faults: [
        "address.city is missing",
        "address.post/code must be a text that fits ^[0-9]{5}$",
        "labels must be a list of at most 2 items",
        "labels.1 must be one of fragile, cold",
        "labels.2 must be one of fragile, cold",
      ],
    },
    {
      why: "has a key that cannot be written",
      schema: newOrder.body,
      value: { item: "tea", quantity: 1, "\ud800": 1 },
      faults: [" has a key that is not well-formed Unicode"],
    },
    {
      why: "has a key with a percent sign and a slash",
      schema: newOrder.body,
      value: { item: "tea", quantity: 1, "100%/~a#": 1 },
      faults: ["100%/~a# is not known here"],
    },
  ])
    it(why, () => {
      const found = schemaFaults(schema, value).map(({ name, message }) => `${name} ${message}`);
      assert.deepEqual(found.sort(), [...faults].sort());
    });
});

describe("a schema in words", () => {
  for (const [schema, words] of [
    [{ type: "string" }, "a text"],
    [{ type: "string", minLength: 3 }, "a text of at least 3 characters"],
    [{ type: "string", maxLength: 3, format: "date" }, "a text of at most 3 characters in the format date"],
    [{ type: "number", minimum: 0 }, "a number of at least 0"],
    [{ type: "integer", maximum: 9 }, "a whole number of at most 9"],
    [{ type: "boolean" }, "true or false"],
    [{ type: "array", minItems: 1, maxItems: 2 }, "a list of 1 to 2 items"],
  ] as [JsonSchema, string][])
    it(`is "${words}"`, () => assert.equal(inWords(schema), words));
});
