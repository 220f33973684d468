import assert from "node:assert/strict";
import { Pending } from "../../../../../local/identity/pages/pending";

describe("what waits for a sign-in to go on", () => {
  it("is given once, to that sign-in", () => {
    const pending = new Pending<string>();
    pending.set("one", "a");
    assert.deepEqual([pending.get("one"), pending.take("two")], ["a", undefined]);
    assert.deepEqual([pending.take("one"), pending.take("one")], ["a", undefined]);
  });

  it("is gone after a quarter of an hour", () => {
    let now = 0;
    const pending = new Pending<string>(() => now);
    pending.set("one", "a");
    now = 15 * 60_000 - 1;
    assert.equal(pending.get("one"), "a");
    now += 1;
    assert.equal(pending.get("one"), undefined);
    assert.equal(pending.take("one"), undefined);
  });
});
