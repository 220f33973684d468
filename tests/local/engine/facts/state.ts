import assert from "node:assert/strict";
import { toDeployment } from "../../../../local/engine/deployment";
import { signatureKey, signatures } from "../../../../local/engine/values";
import { at } from "../../../support/engine/run";
import { type Fact, mentions, orders } from "./fact";

export const state: readonly Fact[] = [
  {
    section: "5.2",
    observed: "resources stand in the order in which they were done: parents and providers before their users",
    holds: ({ up }) => {
      const position = (of: string | undefined) => up.state.resources.findIndex((resource) => resource.urn === of);
      for (const resource of up.state.resources) {
        const needs = [resource.parent, resource.provider?.replace(/::[^:]*$/, ""), ...resource.dependencies];
        for (const need of needs.filter((each) => each !== undefined))
          assert.ok(position(need) >= 0 && position(need) < position(resource.urn), `${need} before ${resource.urn}`);
      }
    },
  },
  {
    section: "5.2",
    observed: "options and source positions are kept, deleteBeforeReplace and aliases are not",
    holds: ({ up }) => {
      const resources = toDeployment(up.state).deployment.resources;
      const part = resources.find((resource) => resource.urn === up.resource("part").urn)!;
      assert.deepEqual(
        [part.retainOnDelete, part.ignoreChanges, part.replaceOnChanges, part.deleteBeforeReplace, part.aliases],
        [true, ["settings.a"], ["api"], undefined, undefined],
      );
      assert.match(`${part.sourcePosition}`, /^project:\/\/\/index\.js#\d+,\d+$/);
    },
  },
  {
    section: "5.3",
    observed: "a reference is kept with its id and an empty version, an asset with its hash and text",
    holds: ({ up }) => {
      assert.deepEqual(up.resource("part").inputs.api, {
        [signatureKey]: signatures.resource,
        urn: orders,
        id: up.resource("orders").id,
        packageVersion: "",
      });
      assert.deepEqual(up.resource("files").inputs.text, {
        [signatureKey]: signatures.asset,
        hash: "e34c74529110661faae4e121e57165ff4cb4dbdde1ef9770098aa3695e6b6704",
        text: "a test asset",
      });
    },
  },
  {
    section: "5.4",
    observed: "no secret leaves in a deployment or a message",
    holds: ({ up }) => {
      const text = JSON.stringify([toDeployment(up.state), up.diagnostics]);
      const key = at(up.resource("orders").outputs, "key", "value");
      for (const hidden of [`${key}`, "token-of-the-other-stack"]) assert.ok(!text.includes(hidden), hidden);
      mentions(up, "the password is [secret]");
      mentions(up, "placeholders stand in for: everything:dbPassword");
    },
  },
];
