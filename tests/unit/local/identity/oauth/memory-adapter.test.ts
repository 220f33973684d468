import assert from "node:assert/strict";
import { MemoryAdapter } from "../../../../../local/identity/oauth/memory-adapter";

describe("the memory of the token server", () => {
  for (const { why, graceSeconds, afterSeconds, found } of [
    { why: "keeps a thing until it expires", afterSeconds: 99, found: true },
    { why: "forgets it then", afterSeconds: 100, found: false },
    { why: "keeps a consumed thing through its grace", graceSeconds: 30, afterSeconds: 29, found: true },
    { why: "forgets it after its grace", graceSeconds: 30, afterSeconds: 30, found: false },
    { why: "forgets it at once without a grace", graceSeconds: 0, afterSeconds: 0, found: false },
    { why: "lets no grace go beyond a thing's own end", graceSeconds: 300, afterSeconds: 100, found: false },
  ]) {
    it(why, async () => {
      let now = 0;
      const adapter = new MemoryAdapter(graceSeconds === undefined ? undefined : () => graceSeconds, () => now);
      await adapter.upsert("id", { uid: "u" }, 100);
      if (graceSeconds !== undefined) await adapter.consume("id");
      now = afterSeconds * 1000;
      assert.equal((await adapter.find("id")) !== undefined, found);
    });
  }

  it("marks what is consumed, where there is no talk of grace", async () => {
    const adapter = new MemoryAdapter(undefined, () => 5_000);
    await adapter.upsert("code", {}, 100);
    await adapter.consume("code");
    assert.deepEqual(await adapter.find("code"), { consumed: 5 });
  });

  it("revokes all of one grant, and nothing of another", async () => {
    const adapter = new MemoryAdapter();
    for (const [id, grantId] of Object.entries({ one: "a", two: "a", three: "b" }))
      await adapter.upsert(id, { grantId });
    await adapter.revokeByGrantId("a");
    const left = await Promise.all(["one", "two", "three"].map((id) => adapter.find(id)));
    assert.deepEqual(left, [undefined, undefined, { grantId: "b" }]);
  });
});
