import assert from "node:assert/strict";
import fc from "fast-check";
import { longestChain, makespan, sum, type Work } from "../../../../local/plan-time/schedule";

/** Work that waits for nothing but earlier work. */
const plans: fc.Arbitrary<Work[]> = fc
  .array(fc.record({ seconds: fc.nat(20), after: fc.array(fc.nat(30), { maxLength: 3 }) }), { maxLength: 30 })
  .map((all) =>
    all.map(({ seconds, after }, position) => ({ seconds, after: after.filter((earlier) => earlier < position) })),
  );

const lengthOf = (all: readonly Work[]) => sum(longestChain(all).map(({ position }) => all[position]!));

describe("the longest chain", () => {
  it("goes through what takes longest, not through what has most links", () => {
    const all: Work[] = [
      { seconds: 1, after: [] },
      { seconds: 1, after: [0] },
      { seconds: 1, after: [1] },
      { seconds: 10, after: [0] },
      { seconds: 2, after: [2, 3] },
    ];
    assert.deepEqual(longestChain(all), [
      { position: 0, start: 0 },
      { position: 3, start: 1 },
      { position: 4, start: 11 },
    ]);
  });

  it("of nothing has no links", () => assert.deepEqual(longestChain([]), []));

  it("waits at each link for the one before it, and begins with what waits for nothing that takes time", () => {
    fc.assert(
      fc.property(plans, (all) => {
        const chain = longestChain(all);
        for (const [index, { position, start }] of chain.entries()) {
          const before = chain[index - 1];
          if (before) assert.ok(all[position]!.after.includes(before.position));
          assert.equal(start, before ? before.start + all[before.position]!.seconds : 0);
        }
      }),
    );
  });
});

describe("the makespan", () => {
  it("for two at a time takes the first work of the list that can begin", () => {
    const all: Work[] = [
      { seconds: 3, after: [] },
      { seconds: 5, after: [] },
      { seconds: 4, after: [] },
      { seconds: 1, after: [0] },
    ];
    assert.deepEqual(
      [1, 2, 3].map((workers) => makespan(all, workers)),
      [13, 7, 5],
    );
  });

  it("without a limit is the longest chain's length, and one after the other the sum", () => {
    fc.assert(
      fc.property(plans, (all) => {
        assert.equal(makespan(all, Number.POSITIVE_INFINITY), lengthOf(all));
        assert.equal(makespan(all, 1), sum(all));
      }),
    );
  });

  it("is never shorter than the longest chain or the sum shared out, and never longer than list scheduling may be", () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 1, max: 8 }), (all, workers) => {
        const span = makespan(all, workers);
        const [chain, total] = [lengthOf(all), sum(all)];
        assert.ok(span >= chain && span >= total / workers && span <= total);
        // Graham's bound: at any moment all work, or the chain shortens.
        assert.ok(span <= total / workers + chain * (1 - 1 / workers) + 1e-9);
      }),
    );
  });
});
