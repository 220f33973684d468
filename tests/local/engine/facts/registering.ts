import assert from "node:assert/strict";
import { signatureKey, signatures, unknown } from "../../../../local/engine/values";
import { at } from "../../../support/engine/run";
import { type Fact, mentions, orders, response, stack, urn } from "./fact";

export const registering: readonly Fact[] = [
  {
    section: "2.2",
    observed: "the SDK asks once for what the engine can do",
    holds: ({ preview }) => {
      const [info] = preview.messages("getDeploymentInfo", "response");
      assert.equal(info.supportedfeatures.length, 16);
      assert.deepEqual([info.project, info.stack, info.organization], ["everything", "dev", "organization"]);
      assert.deepEqual([info.dryrun, info.config["everything:greeting"]], [true, "hello"]);
    },
  },
  {
    section: "2.1",
    observed: "an older SDK that asks for one feature at a time is answered",
    holds: ({ preview: { printed } }) =>
      assert.deepEqual([printed["supports secrets"], printed["supports telepathy"]], [true, false]),
  },
  {
    section: "2.5",
    observed: "an import has the id that is named, in a preview too",
    holds: ({ preview }) => assert.equal(preview.outputs.importedId, "part-4711"),
  },
  {
    section: "2.5",
    observed: "a child is retained like its parent",
    holds: ({ preview }) => {
      const [request] = preview.messages("registerResource", "request", "group-child");
      assert.equal(request.retainondelete, undefined);
      assert.equal(preview.resource("group-child").retainOnDelete, true);
    },
  },
  {
    section: "2.3",
    observed: "SetRootResource names the stack, once",
    holds: ({ preview }) => assert.deepEqual(preview.messages("setRootResource"), [{ urn: stack }]),
  },
  {
    section: "2.4",
    observed: "the stack comes first, and its children name it as their parent",
    holds: ({ preview }) => {
      assert.equal(preview.state.resources[0]?.urn, stack);
      assert.equal(preview.resource("orders").parent, stack);
    },
  },
  {
    section: "2.5",
    observed: "dependencies are kept whole and by property, empty ones included",
    holds: ({ preview }) => {
      const part = preview.resource("part");
      assert.deepEqual(part.propertyDependencies, { all: [orders], api: [orders], arns: [orders], settings: [] });
    },
  },
  {
    section: "2.6",
    observed: "dependsOn of a component depends on its children, not on itself",
    holds: ({ preview }) => {
      const child = urn("everything:index:Group$toy:web/part:Part", "group-child");
      assert.deepEqual([...preview.resource("part").dependencies].sort(), [child, orders].sort());
    },
  },
  {
    section: "2.7",
    observed: "a preview answers a creation without an id",
    holds: (runs) => assert.equal(response(runs, "preview", "orders").id, undefined),
  },
  {
    section: "2.7",
    observed: "a preview knows the inputs and the automatic name, and nothing that is computed",
    holds: (runs) => {
      const { object } = response(runs, "preview", "orders");
      assert.match(object.name, /^orders-[0-9a-f]{7}$/);
      assert.equal(object.kind, "REGIONAL");
      assert.equal(object.arn, unknown);
      assert.equal(object.__defaults, undefined);
    },
  },
  {
    section: "2.8",
    observed: "an up answers with an id and the provider's outputs, id and urn not among them",
    holds: (runs) => {
      const { id, object } = response(runs, "up", "orders");
      assert.match(id, /^[a-z0-9]{10}$/);
      assert.equal(object.arn, `arn:toy:eu-west-1:123456789012:${id}`);
      assert.deepEqual([object.id, object.urn], [undefined, undefined]);
    },
  },
  {
    section: "2.10",
    observed: "additionalSecretOutputs are secret even while they are unknown",
    holds: (runs) =>
      assert.deepEqual(response(runs, "preview", "orders").object.endpoint, {
        [signatureKey]: signatures.secret,
        value: unknown,
      }),
  },
  {
    section: "2.10",
    observed: "a secret input comes back as a secret",
    holds: (runs) => assert.equal(response(runs, "preview", "orders").object.tags[signatureKey], signatures.secret),
  },
  {
    section: "2.11",
    observed: "a provider's id is unknown in a preview and a UUID in an up, and it knows its version",
    holds: (runs) => {
      assert.equal(response(runs, "preview", "frankfurt").id, unknown);
      assert.match(response(runs, "up", "frankfurt").id, /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/);
      assert.equal(response(runs, "preview", "frankfurt").object.version, "1.2.3");
    },
  },
  {
    section: "2.12",
    observed: "a component's answer holds nothing; its outputs are what it registers",
    holds: (runs) => {
      assert.deepEqual(response(runs, "up", "group").object, {});
      assert.equal(runs.up.resource("group").outputs.size, 1);
      assert.deepEqual(runs.up.resource("group").inputs, { purpose: "test" });
    },
  },
  {
    section: "2.12",
    observed: "an undefined export is dropped with a warning, null is kept, a resource is spread out",
    holds: ({ preview, up }) => {
      mentions(preview, "Undefined value (missing) will not show as a stack output.");
      assert.deepEqual([preview.outputs.nothing, "missing" in preview.outputs], [null, false]);
      assert.equal(at(preview.outputs, "named", "@isPulumiResource"), true);
      assert.equal(at(up.outputs, "named", "id"), up.resource("named").id);
    },
  },
  {
    section: "2.13",
    observed: "a remote component is registered once, and its answer has dependencies for each output",
    holds: (runs) => {
      const { object, propertydependencies } = response(runs, "up", "mesh");
      assert.match(object.meshId, /^mesh-/);
      assert.deepEqual(propertydependencies, { meshId: {} });
      assert.equal(runs.up.resource("mesh").custom, false);
      assert.deepEqual(runs.up.resource("mesh").propertyDependencies, { cidr: [], name: [orders] });
    },
  },
  {
    section: "2.14",
    observed: "a default provider is made by the engine, named by its version, configured by the stack, not counted",
    holds: ({ preview, up }) => {
      const provider = preview.resource("default_1_2_3");
      assert.equal(provider.urn, urn("pulumi:providers:toy", "default_1_2_3"));
      assert.deepEqual(provider.inputs, { region: "eu-west-1", version: "1.2.3", __internal: {} });
      assert.deepEqual(provider.outputs, { region: "eu-west-1", version: "1.2.3" });
      assert.equal(provider.parent, undefined);
      assert.equal(up.resource("orders").provider, `${provider.urn}::${up.resource("default_1_2_3").id}`);
      assert.equal(preview.changes.create, 11);
    },
  },
  {
    section: "2.14",
    observed: "an explicit provider serves the resource that names it, and the children of a component that does",
    holds: ({ up }) => {
      const provider = `${urn("pulumi:providers:toy", "frankfurt")}::${up.resource("frankfurt").id}`;
      assert.deepEqual(
        [up.resource("named").provider, up.resource("group-child").provider, up.resource("part").provider === provider],
        [provider, provider, false],
      );
      assert.match(`${up.resource("named").outputs.arn}`, /eu-central-1/);
    },
  },
  {
    section: "2.17",
    observed: "a resource's own transform changes it, the stack's all of a type, even those made before",
    holds: ({ up }) => {
      assert.equal(up.resource("changed").inputs.transformed, true);
      assert.equal(up.resource("changed").protect, true);
      assert.equal(up.resource("orders").inputs.owner, "platform");
    },
  },
];
