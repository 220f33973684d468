import assert from "node:assert/strict";
import { describeChanges } from "../../../../../local/engine/policy/changes";
import { secret, unknown } from "../../../../../local/engine/values";

describe("what a remediation changed", () => {
  for (const { why, before, after, says } of [
    { why: "is nothing when all is equal", before: { a: [1] }, after: { a: [1] }, says: [] },
    { why: "is a value that became another", before: { a: 1 }, after: { a: true }, says: ["a: 1 became true"] },
    { why: "is a value that was added", before: {}, after: { a: "x" }, says: ['a: "x" was added'] },
    { why: "is a value that was removed", before: { a: "x" }, after: {}, says: ['a: "x" was removed'] },
    {
      why: "is named by its path",
      before: { a: { b: 1, c: 2 } },
      after: { a: { b: 1, c: 3 } },
      says: ["a.c: 2 became 3"],
    },
    { why: "is a whole list", before: { a: [1, 2] }, after: { a: [1] }, says: ["a: [1,2] became [1]"] },
    {
      why: "never shows a secret",
      before: { a: secret("s3cr3t") },
      after: { a: secret("other") },
      says: ['a: "[secret]" became "[secret]"'],
    },
    {
      why: "never shows a secret within a list",
      before: {},
      after: { a: [{ b: secret("s3cr3t") }] },
      says: ['a: [{"b":"[secret]"}] was added'],
    },
    { why: "says what is not known yet", before: { a: unknown }, after: { a: 1 }, says: ['a: "<computed>" became 1'] },
    {
      why: "leaves out what providers keep for themselves",
      before: { __defaults: [] },
      after: { __defaults: ["a"] },
      says: [],
    },
  ])
    it(why, () => assert.deepEqual(describeChanges(before, after), says));
});
