import assert from "node:assert/strict";
import { cacheKey, TtlCache } from "../../../../local/gateway/cache";

describe("what an authorizer remembers", () => {
  for (const { why, ttl, after, found } of [
    { why: "is there until the TTL ends", ttl: 60, after: 59_999, found: "answer" },
    { why: "is gone when the TTL ends", ttl: 60, after: 60_000, found: undefined },
    { why: "is nothing with a TTL of 0", ttl: 0, after: 0, found: undefined },
  ])
    it(why, () => {
      let now = 1000;
      const cache = new TtlCache<string>(() => now);
      cache.set("key", "answer", ttl);
      now += after;
      assert.equal(cache.get("key"), found);
    });

  it("is kept apart even where parts join to the same text", () =>
    assert.notEqual(cacheKey("a", "b,c"), cacheKey("a,b", "c")));
});
