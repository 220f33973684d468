import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { platformOutputs, platformOutputsFile } from "./platform-outputs";

describe("the file that other teams copy", () => {
  it("has the outputs of the contract; npm run golden writes it", () =>
    assert.equal(readFileSync(platformOutputsFile, "utf8"), platformOutputs()));
});
