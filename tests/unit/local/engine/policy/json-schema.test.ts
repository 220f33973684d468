import assert from "node:assert/strict";
import fc from "fast-check";
import { schemaFaults } from "../../../../../local/engine/policy/json-schema";

describe("a JSON schema refuses", () => {
  for (const { why, schema, value, says } of [
    { why: "another type", schema: { type: "integer" }, value: "5m", says: ['p is "5m"; expected a whole number'] },
    {
      why: "a fraction for a whole number",
      schema: { type: "integer" },
      value: 1.5,
      says: ["p is 1.5; expected a whole number"],
    },
    { why: "null for a text", schema: { type: "string" }, value: null, says: ["p is null; expected a text"] },
    {
      why: "none of several types",
      schema: { type: ["string", "null"] },
      value: 1,
      says: ["p is 1; expected a text or null"],
    },
    { why: "what is not listed", schema: { enum: ["a", 1] }, value: "b", says: ['p is "b"; expected one of "a", 1'] },
    {
      why: "another constant",
      schema: { const: { a: 1 } },
      value: { a: 2 },
      says: ['p is an object; expected {"a":1}'],
    },
    { why: "too little", schema: { minimum: 5 }, value: 4, says: ["p is 4; expected 5 or more"] },
    { why: "too much", schema: { maximum: 5 }, value: 6, says: ["p is 6; expected 5 or less"] },
    {
      why: "a limit that is excluded below",
      schema: { exclusiveMinimum: 5 },
      value: 5,
      says: ["p is 5; expected more than 5"],
    },
    {
      why: "a limit that is excluded above",
      schema: { exclusiveMaximum: 5 },
      value: 5,
      says: ["p is 5; expected less than 5"],
    },
    {
      why: "what is no multiple",
      schema: { multipleOf: 0.1 },
      value: 0.25,
      says: ["p is 0.25; expected a multiple of 0.1"],
    },
    { why: "a short text", schema: { minLength: 2 }, value: "😀", says: ['p is "😀"; expected 2 characters or more'] },
    { why: "a long text", schema: { maxLength: 1 }, value: "ab", says: ['p is "ab"; expected 1 characters or less'] },
    {
      why: "a text of another pattern",
      schema: { pattern: "^a" },
      value: "b",
      says: ['p is "b"; expected a text like ^a'],
    },
    {
      why: "a day that is none",
      schema: { format: "date" },
      value: "2030-02-30",
      says: ['p is "2030-02-30"; expected a text of the format date'],
    },
    {
      why: "an address that is none",
      schema: { format: "uri" },
      value: "a b",
      says: ['p is "a b"; expected a text of the format uri'],
    },
    {
      why: "too few items",
      schema: { minItems: 1 },
      value: [],
      says: ["p is an empty list; expected 1 items or more"],
    },
    {
      why: "too many items",
      schema: { maxItems: 1 },
      value: [1, 2],
      says: ["p is a list of 2; expected 1 items or less"],
    },
    {
      why: "equal items",
      schema: { uniqueItems: true },
      value: [{ a: 1 }, { a: 1 }],
      says: ["p is a list of 2; expected items that all differ"],
    },
    {
      why: "a list without what it must contain",
      schema: { contains: { const: 1 } },
      value: [2],
      says: ["p is a list of 1; expected an item of another kind among them"],
    },
    {
      why: "wrong items, each by its place",
      schema: { items: { type: "string" } },
      value: ["a", 1, 2],
      says: ["p[1] is 1; expected a text", "p[2] is 2; expected a text"],
    },
    {
      why: "wrong items of a tuple, and more of them",
      schema: { items: [{ type: "string" }], additionalItems: false },
      value: [1, 2],
      says: ["p[0] is 1; expected a text", "p[1] is 2; nothing is expected there"],
    },
    { why: "too few keys", schema: { minProperties: 1 }, value: {}, says: ["p is an object; expected 1 keys or more"] },
    {
      why: "too many keys",
      schema: { maxProperties: 0 },
      value: { a: 1 },
      says: ["p is an object; expected 0 keys or less"],
    },
    {
      why: "keys that are not declared",
      schema: { properties: { a: {} }, additionalProperties: false },
      value: { b: 1 },
      says: ["p.b is not a setting; expected a"],
    },
    {
      why: "wrong values under keys that are not declared",
      schema: { additionalProperties: { type: "string" } },
      value: { b: 1 },
      says: ["p.b is 1; expected a text"],
    },
    {
      why: "wrong values under keys of a pattern",
      schema: { patternProperties: { "^x": { type: "string" } } },
      value: { xa: 1, y: 1 },
      says: ["p.xa is 1; expected a text"],
    },
    {
      why: "keys of another form",
      schema: { propertyNames: { pattern: "^a" } },
      value: { b: 1 },
      says: ['p.b is "b"; expected a text like ^a'],
    },
    {
      why: "a missing key",
      schema: { required: ["a"], properties: { a: { type: "number" } } },
      value: {},
      says: ["p.a is missing; it is required, expected a number"],
    },
    {
      why: "a missing companion",
      schema: { dependencies: { a: ["b"] } },
      value: { a: 1 },
      says: ["p.b is missing; it is required beside a"],
    },
    {
      why: "a key that changes what else is expected",
      schema: { dependencies: { a: { required: ["c"] } } },
      value: { a: 1 },
      says: ["p.c is missing; it is required"],
    },
    {
      why: "what must not be",
      schema: { properties: { a: false } },
      value: { a: 1 },
      says: ["p.a is 1; nothing is expected there"],
    },
    {
      why: "with the schema's own words",
      schema: { type: "integer", description: "minutes" },
      value: "x",
      says: ['p is "x"; expected a whole number (minutes)'],
    },
    {
      why: "everything at once",
      schema: { properties: { a: { minimum: 2 }, b: { type: "string" } } },
      value: { a: 1, b: 1 },
      says: ["p.a is 1; expected 2 or more", "p.b is 1; expected a text"],
    },
  ])
    it(why, () => assert.deepEqual(schemaFaults(schema, value, "p"), says));
});

describe("a JSON schema takes", () => {
  for (const { why, schema, value } of [
    { why: "a whole number written as a fraction", schema: { type: "integer" }, value: 5.0 },
    { why: "a whole number for a number", schema: { type: "number" }, value: 5 },
    { why: "the limits themselves", schema: { minimum: 5, maximum: 5, multipleOf: 5 }, value: 5 },
    { why: "a multiple that floating point misses", schema: { multipleOf: 0.1 }, value: 0.3 },
    {
      why: "what its keywords are not about",
      schema: { minimum: 5, minLength: 5, minItems: 5, minProperties: 5 },
      value: true,
    },
    { why: "formats that it does not know", schema: { format: "color" }, value: "blue" },
    { why: "a day", schema: { format: "date" }, value: "2028-02-29" },
    { why: "a list that holds what it must", schema: { contains: { const: 1 } }, value: [2, 1] },
    {
      why: "a key with an inherited name",
      schema: { properties: {}, additionalProperties: { type: "number" } },
      value: { constructor: 1 },
    },
  ])
    it(why, () => assert.deepEqual(schemaFaults(schema, value, "p"), []));

  it("everything, when it is empty", () =>
    fc.assert(fc.property(fc.jsonValue(), (value) => assert.deepEqual(schemaFaults({}, value as never, "p"), []))));

  it("exactly the values of an enumeration", () =>
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.jsonValue(), { minLength: 1 }), (value, choices) => {
        const isAmong = choices.some((choice) => isSame(choice, value));
        assert.equal(schemaFaults({ enum: choices as never }, value as never, "p").length, isAmong ? 0 : 1);
      }),
    ));
});

function isSame(one: unknown, other: unknown): boolean {
  try {
    assert.deepEqual(one, other);
    return true;
  } catch {
    return false;
  }
}
