import assert from "node:assert/strict";
import { join } from "node:path";
import { signatureKey, signatures, unknown } from "../../../../local/engine/values";
import { environment, type Fact, nameOf, packs, stack } from "./fact";

export const policies: readonly Fact[] = [
  {
    section: "4.1",
    observed: "a pack is started by cmd/run-policy-pack with its folder last, in its folder",
    holds: ({ preview }) => assert.equal(preview.printed["pack cwd"], join(packs, "recorder")),
  },
  {
    section: "4.2",
    observed: "a pack gets configuration by short keys, and no list of secret keys",
    holds: (runs) => {
      const { PULUMI_CONFIG, ...rest } = environment(runs, "pack environment");
      assert.equal(JSON.parse(PULUMI_CONFIG!)["everything:greeting"], "hello");
      assert.deepEqual(rest, {
        PULUMI_NODEJS_ORGANIZATION: "organization",
        PULUMI_NODEJS_PROJECT: "everything",
        PULUMI_NODEJS_STACK: "dev",
        PULUMI_NODEJS_DRY_RUN: "true",
      });
      assert.equal(environment(runs, "pack environment", "up").PULUMI_NODEJS_DRY_RUN, "false");
      assert.deepEqual(runs.preview.printed["pack stack"], ["dev", "hello"]);
    },
  },
  {
    section: "4.3",
    observed: "a pack is asked for its version and policies before it is configured",
    holds: ({ preview }) => {
      const order = ["configureStack", "getPluginInfo", "getAnalyzerInfo", "configure"];
      assert.deepEqual(
        order.map((call) => preview.messages(call).length),
        [1, 1, 1, 1],
      );
    },
  },
  {
    section: "4.5",
    observed: "every policy is configured with its level, its schema's defaults and the author's settings",
    holds: ({ preview }) => {
      const [{ policyconfig }] = preview.messages("configure");
      assert.deepEqual(policyconfig, {
        configured: { enforcementlevel: 1, properties: { max: 5, min: 1 } },
        "touches-unknown": { enforcementlevel: 1, properties: {} },
        "whole-stack": { properties: {} },
      });
      assert.deepEqual(preview.printed.setting, { max: 5, min: 1 });
    },
  },
  {
    section: "4.6",
    observed: "each resource is first remediated, then analyzed, never two at once",
    holds: ({ preview }) => {
      const calls = preview.diagnostics.flatMap(({ message }) => {
        const call = /^@@\{"from":"pack","call":"(remediate|analyze)".*?"urn":"([^"]*)"/.exec(message);
        return call ? [`${call[1]} ${call[2]}`] : [];
      });
      const remediated = calls.filter((call) => call.startsWith("remediate"));
      assert.equal(calls.length, 2 * remediated.length);
      assert.deepEqual(
        calls,
        remediated.flatMap((call) => [call, call.replace("remediate", "analyze")]),
      );
    },
  },
  {
    section: "4.6",
    observed: "a policy sees options, timeouts in seconds, and the provider with its properties",
    holds: ({ preview }) => {
      const [request] = preview.messages("analyze", "request", "orders");
      assert.equal(request.options.protect, true);
      assert.deepEqual(request.options.customtimeouts, { create: 300 });
      assert.deepEqual(request.options.additionalsecretoutputs, ["endpoint"]);
      assert.deepEqual(request.provider.properties, { region: "eu-west-1", version: "1.2.3" });
    },
  },
  {
    section: "4.7",
    observed: "a policy sees checked inputs, in preview and up alike; only remediations see internal keys",
    holds: ({ preview, up }) => {
      for (const { messages } of [preview, up]) {
        const [{ properties }] = messages("analyze", "request", "orders");
        assert.match(properties.name, /^orders-/);
        assert.deepEqual([properties.arn, properties.__defaults], [undefined, undefined]);
        assert.deepEqual(messages("remediate", "request", "orders")[0].properties.__defaults, ["kind", "name"]);
      }
    },
  },
  {
    section: "4.7",
    observed: "unknowns stand element by element, a reference is its id, a secret is wrapped",
    holds: ({ preview, up }) => {
      const [{ properties }] = preview.messages("analyze", "request", "part");
      assert.deepEqual([properties.arns, properties.all, properties.api], [[unknown], unknown, unknown]);
      assert.equal(up.messages("analyze", "request", "part")[0].properties.api, up.resource("orders").id);
      const [{ properties: of }] = preview.messages("analyze", "request", "orders");
      assert.equal(of.tags[signatureKey], signatures.secret);
    },
  },
  {
    section: "4.8",
    observed: "the stack, both kinds of provider, components and remote components are analyzed, each once",
    holds: ({ preview }) => {
      for (const name of ["everything-dev", "frankfurt", "default_1_2_3", "group", "mesh"])
        assert.equal(preview.messages("analyze", "request", name).length, 1, name);
      assert.equal(preview.messages("analyze", "request", "organization/other/dev").length, 0);
    },
  },
  {
    section: "4.9",
    observed: "at the end a pack sees all of them again, with outputs, parents and the dependencies that are not empty",
    holds: ({ preview, up }) => {
      const [{ resources }] = up.messages("analyzeStack");
      assert.equal(resources.length, preview.messages("analyze").length);
      const of = (name: string) => resources.find((resource: { name: string }) => resource.name === name);
      assert.equal(of("everything-dev").properties.arn, up.outputs.arn);
      assert.equal(of("group").properties.size, 1);
      assert.deepEqual(Object.keys(of("part").propertydependencies), ["all", "api", "arns"]);
      assert.deepEqual([of("part").properties.api, of("part").parent], [up.resource("orders").id, stack]);
      assert.equal(of("read"), undefined);
    },
  },
  {
    section: "4.9",
    observed: "they come in no order",
    holds: ({ preview, up }) => {
      const [one, other] = [preview, up].map((run) => run.messages("analyzeStack")[0].resources.map(nameOf));
      const inOrder = up.state.resources.filter(({ external }) => !external).map(nameOf);
      assert.deepEqual([...one!].sort(), [...inOrder].sort());
      assert.ok(`${one}` !== `${inOrder}` || `${other}` !== `${inOrder}`);
    },
  },
];
