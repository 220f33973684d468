import assert from "node:assert/strict";
import { seconds } from "../../../../infra/catalogue/define/duration";
import { planQueue } from "../../../../infra/compute/plan-queue";

const description = "a test";

describe("a queue", () => {
  for (const { why, declaration, visible, attempts } of [
    { why: "hides a received message for half a minute, five times", declaration: {}, visible: 30, attempts: 5 },
    {
      why: "hides it as long and as often as it is declared",
      declaration: { visibilityTimeout: seconds(90), attempts: 1 },
      visible: 90,
      attempts: 1,
    },
    {
      why: "need not hide it at all",
      declaration: { visibilityTimeout: seconds(0) },
      visible: 0,
      attempts: 5,
    },
  ])
    it(why, () => {
      const { queue, maxReceiveCount } = planQueue({ description, ...declaration });
      assert.deepEqual([queue.visibilityTimeoutSeconds, maxReceiveCount], [visible, attempts]);
    });

  it("and its dead letters are encrypted", () => {
    const { queue, deadLetters } = planQueue({ description });
    assert.ok(queue.sqsManagedSseEnabled && deadLetters.sqsManagedSseEnabled);
  });

  // The clock of a dead letter goes on from when it was first sent.
  it("keeps dead letters longer than it keeps messages, and as long as SQS can", () => {
    const { queue, deadLetters } = planQueue({ description });
    assert.ok(deadLetters.messageRetentionSeconds > queue.messageRetentionSeconds);
    assert.equal(deadLetters.messageRetentionSeconds, 1_209_600);
  });
});
