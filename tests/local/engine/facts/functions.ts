import assert from "node:assert/strict";
import { signatureKey, signatures, unknown } from "../../../../local/engine/values";
import { at } from "../../../support/engine/run";
import { type Fact, stack, urn } from "./fact";

export const functions: readonly Fact[] = [
  {
    section: "3.1",
    observed: "an invoke gets opened secrets, and its failure is the program's to handle",
    holds: ({ preview }) => {
      assert.match(`${at(preview.outputs, "place", "given")}`, /"secret":"opened"/);
      assert.match(`${preview.printed["failed invoke"]}`, /getNothing returned an error: there is nothing to get$/);
    },
  },
  {
    section: "3.1",
    observed: "an invoke that waits for something unknown is not made in a preview",
    holds: ({ preview, up }) => {
      assert.equal(preview.outputs.waiting, unknown);
      assert.equal(at(up.outputs, "waiting", "region"), "eu-west-1");
    },
  },
  {
    section: "2.17",
    observed: "an invoke transform changes the arguments",
    holds: ({ preview }) => assert.match(`${at(preview.outputs, "place", "given")}`, /"added":1/),
  },
  {
    section: "3.2",
    observed: "getResource knows a resource's id, empty while it is unknown",
    holds: ({ preview, up }) => {
      assert.deepEqual(preview.printed.getResource, { id: "" });
      assert.deepEqual(up.printed.getResource, { id: up.resource("orders").id });
    },
  },
  {
    section: "3.3",
    observed: "a StackReference reads the outputs of the other stack, secrets as secrets",
    holds: ({ preview }) => {
      const reference = preview.resource("organization/other/dev");
      assert.deepEqual([reference.external, reference.id], [true, "organization/other/dev"]);
      assert.deepEqual(reference.outputs.secretOutputNames, ["token"]);
      assert.equal(preview.outputs.otherUrl, "https://other.example");
      assert.equal(at(preview.outputs, "otherToken", signatureKey), signatures.secret);
      assert.equal(reference.provider?.startsWith(urn("pulumi:providers:pulumi", "default")), true);
    },
  },
  {
    section: "3.4",
    observed: "get reads a resource by its id, in a preview too, and policies do not see it",
    holds: ({ preview }) => {
      const read = preview.resource("read");
      assert.deepEqual([read.external, read.id, read.outputs.owner], [true, "part-0815", "nobody"]);
      assert.equal(preview.messages("analyze", "request", "read").length, 0);
      assert.deepEqual(preview.changes.read, 2);
    },
  },
  {
    section: "3.6",
    observed: "what the program prints or logs arrives, with its severity",
    holds: ({ preview }) => {
      const severities = Object.fromEntries(preview.diagnostics.map(({ message, severity }) => [message, severity]));
      assert.deepEqual(
        [severities["said on stderr"], severities["said as info"], severities["said as a warning"]],
        ["info", "info", "warning"],
      );
    },
  },
  {
    section: "3.7",
    observed: "the stack's outputs are registered, then the program asks to end and is answered",
    holds: ({ preview }) => {
      assert.equal(preview.messages("registerResourceOutputs", "request").at(-1).urn, stack);
      assert.equal(preview.messages("signalAndWaitForShutdown", "response").length, 1);
      assert.equal(preview.status, "ok");
    },
  },
];
