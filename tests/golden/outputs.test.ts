import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { contract, contractVersion } from "../../infra/outputs/contract";
import { breaksOf, lockOf, readOutputsLock } from "./outputs-lock";
import { outputsPage, outputsPageFile, outputsSchema, outputsSchemaFile } from "./outputs-page";

const lock = { version: "1.2", outputs: { region: "string", scopes: "array of string" } };

describe("the output contract", () => {
  it("keeps what other teams were promised", () =>
    assert.deepEqual(breaksOf(readOutputsLock(), lockOf(contractVersion, contract)), []));

  it("is what was last written down; npm run golden writes it", () =>
    assert.deepEqual(readOutputsLock(), lockOf(contractVersion, contract)));

  for (const { file, text } of [
    { file: outputsSchemaFile, text: outputsSchema },
    { file: outputsPageFile, text: outputsPage },
  ])
    it(`is what ${file} says; npm run golden writes it`, () => assert.equal(readFileSync(file, "utf8"), text()));

  for (const { why, now, breaks } of [
    { why: "may stay as it is", now: lock, breaks: [] },
    {
      why: "may not lose an output",
      now: { version: "1.3", outputs: { region: "string" } },
      breaks: ["scopes is gone; other teams read it: put it back, or raise contractVersion to 2.0"],
    },
    {
      why: "may not change an output's type",
      now: { version: "1.2", outputs: { region: "string", scopes: "string" } },
      breaks: [
        "scopes was array of string and is string; other teams read it: put it back, or raise contractVersion to 2.0",
      ],
    },
    {
      why: "may grow in a minor version",
      now: { version: "1.3", outputs: { ...lock.outputs, issuer: "string" } },
      breaks: [],
    },
    {
      why: "may not grow in secret",
      now: { version: "1.2", outputs: { ...lock.outputs, issuer: "string" } },
      breaks: ["issuer is new; raise contractVersion to 1.3"],
    },
    { why: "may change in a major version", now: { version: "2.0", outputs: { region: "string" } }, breaks: [] },
  ])
    it(why, () => assert.deepEqual(breaksOf(lock, now), breaks));
});
