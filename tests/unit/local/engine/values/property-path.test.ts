import assert from "node:assert/strict";
import type { PropertyMap } from "../../../../../local/engine/model";
import { ignoreChanges } from "../../../../../local/engine/register/ignore-changes";
import { parseDuration } from "../../../../../local/engine/values/duration";
import { parsePath } from "../../../../../local/engine/values/property-path";

describe("a property path", () => {
  for (const { text, steps } of [
    { text: "root", steps: ["root"] },
    { text: "root.nested", steps: ["root", "nested"] },
    { text: 'root["nested"]', steps: ["root", "nested"] },
    { text: 'root["a.b \\" c"].d', steps: ["root", 'a.b " c', "d"] },
    { text: "root.list[0].x", steps: ["root", "list", 0, "x"] },
    { text: "[0]", steps: [0] },
    { text: "tags[*]", steps: ["tags", "*"] },
    { text: "", steps: undefined },
    { text: ".root", steps: undefined },
    { text: "root[", steps: undefined },
  ])
    it(`${JSON.stringify(text)} ${steps ? `has the steps ${steps.join(", ")}` : "is none"}`, () =>
      assert.deepEqual(parsePath(text), steps));
});

describe("ignored changes", () => {
  const old: PropertyMap = { name: "old", tags: { a: "1", b: "2" }, list: [{ x: 1 }, { x: 2 }] };
  for (const { why, now, paths, inputs, impossible = [] } of [
    { why: "keep the old value", now: { name: "new" }, paths: ["name"], inputs: { name: "old" } },
    { why: "bring back what was removed", now: {}, paths: ["name"], inputs: { name: "old" } },
    { why: "leave out what is new", now: { name: "new", more: 1 }, paths: ["more"], inputs: { name: "new" } },
    {
      why: "reach into a map",
      now: { tags: { a: "9", b: "9" } },
      paths: ["tags.a"],
      inputs: { tags: { a: "1", b: "9" } },
    },
    { why: "reach all of a map", now: { tags: { c: "3" } }, paths: ["tags[*]"], inputs: { tags: { a: "1", b: "2" } } },
    {
      why: "reach every element of a list",
      now: { list: [{ x: 7 }, { x: 8, y: 1 }] },
      paths: ["list[*].x"],
      inputs: { list: [{ x: 1 }, { x: 2, y: 1 }] },
    },
    {
      why: "cannot reach an element that is new, and say so",
      now: { list: [{ x: 7 }, { x: 8 }, { x: 9 }] },
      paths: ["list[2]"],
      inputs: { list: [{ x: 7 }, { x: 8 }, { x: 9 }] },
      impossible: ["list[2]"],
    },
    {
      why: "cannot reach into a text",
      now: { name: "new" },
      paths: ["name.x"],
      inputs: { name: "new" },
      impossible: ["name.x"],
    },
  ] satisfies {
    why: string;
    now: PropertyMap;
    paths: string[];
    inputs: PropertyMap;
    impossible?: string[];
  }[])
    it(why, () => assert.deepEqual(ignoreChanges(now, old, paths), { inputs, impossible }));
});

describe("a duration", () => {
  for (const { text, seconds } of [
    { text: "5m", seconds: 300 },
    { text: "1h30m", seconds: 5400 },
    { text: "1.5s", seconds: 1.5 },
    { text: "250ms", seconds: 0.25 },
  ])
    it(`of ${text} is ${seconds} seconds`, () => assert.equal(parseDuration(text), seconds));
  for (const text of ["5", "m", "5 m", "5min", ""])
    it(`is not ${JSON.stringify(text)}`, () => assert.throws(() => parseDuration(text), /expected a duration/));
});
