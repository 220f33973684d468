import assert from "node:assert/strict";
import { catalogue } from "../../infra/catalogue";
import { Queues } from "../../infra/compute/queues";
import { type Declared, declare, find } from "./mocks";

describe("the queues", () => {
  let all: Declared[];
  before(async () => {
    all = await declare(() => void new Queues("queues", { catalogue }));
  });

  it("are those of the catalogue, with dead letters behind each that nothing else may fill", () => {
    const names = Object.keys(catalogue.queues);
    assert.equal(all.filter(({ type }) => type === "aws:sqs/queue:Queue").length, 2 * names.length);
    for (const name of names) {
      const { redrivePolicy } = find(all, `${name}-queue`).inputs;
      assert.deepEqual(JSON.parse(redrivePolicy as string), {
        deadLetterTargetArn: `${name}-dead-letters_arn`,
        maxReceiveCount: 5,
      });
      const allowed = find(all, `${name}-redrive`).inputs.redriveAllowPolicy as string;
      assert.deepEqual(JSON.parse(allowed), { redrivePermission: "byQueue", sourceQueueArns: [`${name}-queue_arn`] });
    }
  });
});
