import assert from "node:assert/strict";
import fc from "fast-check";
import { type MessageAttributes, md5OfAttributes } from "../../../../local/sqs/message";
import { Queue, type QueueSettings } from "../../../../local/sqs/queue";
import { readQueues } from "../../../../local/sqs/read-queues";
import { Stack } from "../../../support/gateway/stack";

const settings: QueueSettings = {
  ...{ name: "q", arn: "arn:q", url: "https://sqs/1/q", visibilityTimeout: 30, delay: 0 },
  ...{ retention: 345_600, maxMessageSize: 262_144 },
};

function queueAt(part: Partial<QueueSettings> = {}) {
  let time = 1_000_000;
  const now = () => time;
  return {
    queue: new Queue({ ...settings, ...part }, now),
    deadLetters: new Queue({ ...settings, name: "dead", arn: "arn:dead" }, now),
    advance: (seconds: number) => {
      time += seconds * 1000;
    },
  };
}

const bodies = (messages: readonly { readonly body: string }[]) => messages.map(({ body }) => body);

describe("a queue in memory", () => {
  it("gives messages in order, each to one receiver", () => {
    const { queue } = queueAt();
    for (const body of ["a", "b", "c"]) queue.send({ body });
    assert.deepEqual(
      [bodies(queue.receive(2)), bodies(queue.receive(2)), bodies(queue.receive(2))],
      [["a", "b"], ["c"], []],
    );
    assert.deepEqual(queue.count(), { visible: 0, hidden: 3, delayed: 0 });
  });

  it("shows a message again when its visibility timeout ends, and counts", () => {
    const { queue, advance } = queueAt();
    queue.send({ body: "a" });
    const [first] = queue.receive(1);
    advance(29);
    assert.deepEqual(queue.receive(1), []);
    advance(1);
    const [second] = queue.receive(1);
    assert.deepEqual([first?.receiveCount, second?.receiveCount, first?.id === second?.id], [1, 2, true]);
    assert.notEqual(first?.receiptHandle, second?.receiptHandle);
  });

  it("deletes by the handle of the last receipt alone", () => {
    const { queue, advance } = queueAt({ visibilityTimeout: 1 });
    queue.send({ body: "a" });
    const [first] = queue.receive(1);
    advance(1);
    const [second] = queue.receive(1);
    queue.delete(first!.receiptHandle!);
    assert.equal(queue.count().hidden, 1);
    queue.delete(second!.receiptHandle!);
    assert.equal(queue.count().hidden, 0);
  });

  it("hands a message over to the dead letters after as many receipts as its redrive policy allows", () => {
    const { queue, deadLetters, advance } = queueAt({
      visibilityTimeout: 1,
      redrive: { deadLetterArn: "arn:dead", maxReceiveCount: 2 },
    });
    queue.send({ body: "poison" });
    for (const expected of [["poison"], ["poison"], []]) {
      assert.deepEqual(bodies(queue.receive(1, undefined, deadLetters)), expected);
      advance(1);
    }
    assert.deepEqual(bodies(deadLetters.receive(1)), ["poison"]);
  });

  it("holds a message back for its delay, and forgets it after its retention", () => {
    const { queue, advance } = queueAt({ delay: 5, retention: 60 });
    queue.send({ body: "late" });
    queue.send({ body: "now", delay: 0 });
    assert.deepEqual([bodies(queue.receive(10)), queue.count().delayed], [["now"], 1]);
    advance(5);
    assert.deepEqual(bodies(queue.receive(10)), ["late"]);
    advance(60);
    assert.deepEqual(queue.count(), { visible: 0, hidden: 0, delayed: 0 });
  });

  it("lets a receiver give a message back, or keep it longer", () => {
    const { queue, advance } = queueAt();
    queue.send({ body: "a" });
    const [{ receiptHandle = "" } = {}] = queue.receive(1);
    assert.equal(queue.hide(receiptHandle, 60), true);
    advance(31);
    assert.deepEqual(queue.receive(1), []);
    assert.equal(queue.hide(receiptHandle, 0), true);
    assert.deepEqual(bodies(queue.receive(1)), ["a"]);
    assert.equal(queue.hide("none", 1), false);
  });

  it("loses and doubles nothing, however it is worked off", () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constant("send" as const),
            fc.integer({ min: 1, max: 10 }),
            fc.constant("wait" as const),
            fc.constant("delete" as const),
          ),
        ),
        (steps) => {
          const { queue, advance } = queueAt({ visibilityTimeout: 10 });
          let sent = 0;
          let deleted = 0;
          let held: readonly { readonly receiptHandle?: string }[] = [];
          for (const step of steps) {
            if (step === "send") queue.send({ body: String(sent++) });
            else if (step === "wait") {
              advance(11);
              held = [];
            } else if (step === "delete") {
              for (const { receiptHandle } of held) queue.delete(receiptHandle!);
              deleted += held.length;
              held = [];
            } else held = [...held, ...queue.receive(step)];
          }
          const { visible, hidden, delayed } = queue.count();
          assert.deepEqual([visible + hidden + delayed, hidden], [sent - deleted, held.length]);
        },
      ),
    ));
});

describe("a stack's queues", () => {
  it("are read with the provider's defaults and a redrive policy of their own or beside them", () => {
    const stack = new Stack();
    const policy = (maxReceiveCount: number) => JSON.stringify({ deadLetterTargetArn: "arn:dead", maxReceiveCount });
    stack.add("aws:sqs/queue:Queue", "one", "https://sqs/1/one", {
      name: "one",
      arn: "arn:one",
      redrivePolicy: policy(3),
    });
    stack.add("aws:sqs/queue:Queue", "two", "https://sqs/1/two", {
      name: "two",
      arn: "arn:two",
      visibilityTimeoutSeconds: 0,
      redrivePolicy: "",
    });
    stack.add("aws:sqs/redrivePolicy:RedrivePolicy", "two", "two", {
      queueUrl: "https://sqs/1/two",
      redrivePolicy: policy(4),
    });
    const read = readQueues(stack.state().resources);
    assert.deepEqual(
      read.map(({ url, visibilityTimeout, redrive }) => [url, visibilityTimeout, redrive?.maxReceiveCount]),
      [
        ["https://sqs/1/one", 30, 3],
        ["https://sqs/1/two", 0, 4],
      ],
    );
  });
});

describe("the checksum of a message's attributes", () => {
  it("is none without attributes, and depends on names, types and values, not on their order", () => {
    const a = { DataType: "String", StringValue: "x" };
    const b = { DataType: "Binary", BinaryValue: "eA==" };
    assert.equal(md5OfAttributes({}), undefined);
    assert.equal(md5OfAttributes({ a, b }), md5OfAttributes({ b, a }));
    const others: readonly MessageAttributes[] = [
      { a },
      { b: a },
      { a: b },
      { a: { ...a, StringValue: "y" } },
      { a: { ...a, DataType: "Number" } },
    ];
    assert.equal(new Set(others.map((one) => md5OfAttributes(one))).size, others.length);
  });
});
