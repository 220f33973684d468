import assert from "node:assert/strict";
import { opaque, type Properties, read, unknownValue } from "../../../policy/reading";

describe("reading a property", () => {
  const properties: Properties = {
    name: "orders",
    off: false,
    zero: 0,
    empty: "",
    nothing: null,
    later: unknownValue,
    code: opaque,
    cors: { origins: ["https://example.com", unknownValue], headers: unknownValue },
  };
  for (const { why, path, expected } of [
    { why: "gives a known text", path: ["name"], expected: { state: "known", value: "orders" } },
    { why: "takes false for a value", path: ["off"], expected: { state: "known", value: false } },
    { why: "takes zero for a value", path: ["zero"], expected: { state: "known", value: 0 } },
    { why: "takes an archive for present", path: ["code"], expected: { state: "known", value: opaque } },
    { why: "takes the empty text for absent", path: ["empty"], expected: { state: "absent" } },
    { why: "takes null for absent", path: ["nothing"], expected: { state: "absent" } },
    { why: "says what is not there", path: ["missing"], expected: { state: "absent" } },
    { why: "finds nothing that every object inherits", path: ["constructor"], expected: { state: "absent" } },
    { why: "says what is unknown", path: ["later"], expected: { state: "unknown" } },
    { why: "follows a path", path: ["cors", "origins", 0], expected: { state: "known", value: "https://example.com" } },
    { why: "finds one unknown item among known ones", path: ["cors", "origins", 1], expected: { state: "unknown" } },
    {
      why: "says past the end of a list that nothing is there",
      path: ["cors", "origins", 2],
      expected: { state: "absent" },
    },
    { why: "knows nothing of what is below an unknown", path: ["cors", "headers", 0], expected: { state: "unknown" } },
    { why: "finds nothing below a text", path: ["name", "length"], expected: { state: "absent" } },
  ])
    it(why, () => assert.deepEqual(read(properties, ...path), expected));
});
