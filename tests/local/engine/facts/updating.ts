import assert from "node:assert/strict";
import { type Fact, mentions } from "./fact";

export const updating: readonly Fact[] = [
  {
    section: "2.7",
    observed: "a preview of what did not change answers with the old id and outputs",
    holds: ({ step1, again }) => {
      assert.deepEqual(again.changes, { create: 0, update: 0, replace: 0, delete: 0, same: 6, read: 0 });
      assert.deepEqual(again.outputs, step1.outputs);
    },
  },
  {
    section: "2.5",
    observed: "an alias, and that of a parent, finds the old resource: it keeps id, name and secret",
    holds: ({ step1, step2 }) => {
      assert.equal(step2.status, "ok", step2.lines.join("\n"));
      const [before, after] = [step1.resource("old-api"), step2.resource("new-api")];
      assert.deepEqual(
        [after.id, after.inputs.name, after.outputs.key],
        [before.id, before.inputs.name, before.outputs.key],
      );
      assert.equal(step2.changes.create, 0);
    },
  },
  {
    section: "2.5",
    observed: "ignoreChanges keeps the old input of that path alone",
    holds: ({ step2 }) => {
      const { settings, label } = step2.resource("ignoring").inputs;
      assert.deepEqual([settings, label], [{ size: 1 }, "two"]);
    },
  },
  {
    section: "3.7",
    observed: "what the program no longer declares is deleted",
    holds: ({ step2 }) => {
      assert.equal(step2.changes.delete, 1);
      assert.ok(!step2.state.resources.some(({ name }) => name === "dropped"));
    },
  },
  {
    section: "3.14",
    observed: "a protected resource is not deleted: the run fails, although the others are",
    holds: ({ step3 }) => {
      assert.equal(step3.status, "failed");
      mentions(step3, "because it is protected");
      assert.deepEqual([step3.resource("kept").protect, step3.changes.delete], [true, 2]);
    },
  },
];
