import assert from "node:assert/strict";
import { join } from "node:path";
import { toDeployment } from "../../../local/engine/deployment";
import { signatureKey, signatures, unknown } from "../../../local/engine/values";
import { at } from "../../support/engine/run";
import { observe, type Runs } from "../../support/engine/runs";

/** A fact that the real engine, Pulumi CLI v3.260.0, was seen to hold; the section is that of docs/local-engine.md. */
interface Fact {
  readonly section: string;
  readonly observed: string;
  readonly holds: (runs: Runs) => void;
}

const programs = join(__dirname, "programs");
const packs = join(__dirname, "packs");
const urn = (types: string, name: string) => `urn:pulumi:dev::everything::${types}::${name}`;
const orders = urn("toy:web/api:Api", "orders");
const stack = urn("pulumi:pulumi:Stack", "everything-dev");
const environment = (runs: Runs, of: string, run: "preview" | "up" = "preview") =>
  runs[run].printed[of] as Record<string, string>;
const response = (runs: Runs, run: "preview" | "up", name: string) =>
  runs[run].messages("registerResource", "response", name)[0];
const mentions = ({ lines }: { readonly lines: readonly string[] }, text: string) =>
  assert.ok(
    lines.some((line) => line.includes(text)),
    `expected ${JSON.stringify(text)} among:\n${lines.join("\n")}`,
  );

const starting: readonly Fact[] = [
  {
    section: "1.4",
    observed: "the program is started by cmd/run with these flags, in this order, in its own folder",
    holds: ({ preview }) => {
      const [runner, ...flags] = preview.printed.argv as string[];
      assert.match(runner!, /@pulumi\/pulumi\/cmd\/run\/index\.js$/);
      assert.deepEqual(
        flags.filter((flag) => flag.startsWith("--")).map((flag) => flag.slice(2)),
        [
          "monitor",
          "engine",
          "sync",
          "organization",
          "project",
          "root-directory",
          "stack",
          "pwd",
          "dry-run",
          "parallel",
        ],
      );
      assert.equal(flags.at(-1), ".");
      assert.equal(preview.printed.cwd, join(programs, "everything"));
    },
  },
  {
    section: "1.4",
    observed: "an up has no --dry-run",
    holds: ({ up }) => assert.ok(!(up.printed.argv as string[]).includes("--dry-run")),
  },
  {
    section: "1.4",
    observed: "user code finds no arguments",
    holds: ({ preview }) => assert.equal((preview.printed["argv in the program"] as string[]).length, 1),
  },
  {
    section: "1.3",
    observed: "main: of a file runs that file, with its extension, in its folder, TypeScript and all",
    holds: ({ typed }) => {
      assert.equal(typed.status, "ok", typed.lines.join("\n"));
      assert.deepEqual(typed.outputs, { where: join(programs, "typed/app"), configuration: "tsconfig.app.json" });
    },
  },
  {
    section: "1.6",
    observed: "typescript: false sets no PULUMI_NODEJS_TYPESCRIPT",
    holds: (runs) => assert.equal(environment(runs, "environment").PULUMI_NODEJS_TYPESCRIPT, undefined),
  },
  {
    section: "1.7",
    observed: "configuration has long keys and texts, secret keys are short, defaults of Pulumi.yaml are in",
    holds: (runs) => {
      const { PULUMI_CONFIG, PULUMI_CONFIG_SECRET_KEYS } = environment(runs, "environment");
      const config = JSON.parse(PULUMI_CONFIG!);
      assert.deepEqual(
        [config["everything:config:enabled"], config["everything:config:limits"], config["everything:config:greeting"]],
        ["true", '{"rate":5}', "hello"],
      );
      assert.equal(PULUMI_CONFIG_SECRET_KEYS, '["everything:dbPassword"]');
    },
  },
];

const registering: readonly Fact[] = [
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
      assert.equal(preview.changes.create, 10);
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

const functions: readonly Fact[] = [
  {
    section: "3.1",
    observed: "an invoke gets opened secrets, and its failure is the program's to handle",
    holds: ({ preview }) => {
      assert.equal(at(preview.outputs, "place", "given"), '{"secret":"opened"}');
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

const policies: readonly Fact[] = [
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
  {
    section: "4.10",
    observed: "a mandatory policy that touches an unknown is only advisory",
    holds: ({ preview }) => {
      assert.equal(preview.status, "ok");
      const [violation] = preview.violations.filter(({ policy }) => policy === "touches-unknown");
      assert.deepEqual([violation?.level, violation?.urn], ["advisory", preview.resource("part").urn]);
      assert.match(violation!.message, /can't run policy .* string value at .* can't be known during preview/);
    },
  },
  {
    section: "4.11",
    observed: "a violation is named by pack and policy, and says the description and the report",
    holds: ({ remediating: run }) => {
      const advisory = run.violations.filter(({ level }) => level === "advisory");
      assert.deepEqual(advisory, [
        {
          policyPack: "cases",
          policy: "policy-0",
          level: "advisory",
          severity: "unspecified",
          message: "An objection\nno first here",
          urn: "urn:pulumi:remediating::policed::toy:web/api:Api::first",
        },
      ]);
    },
  },
  {
    section: "4.12",
    observed: "a mandatory violation lets a preview go on, and all violations and the whole stack are seen",
    holds: ({ mandatoryPreview: run }) => {
      assert.equal(run.status, "violated");
      assert.deepEqual(
        run.violations.map(({ policy, severity }) => [policy, severity]),
        [
          ["policy-0", "high"],
          ["policy-1", "unspecified"],
        ],
      );
      assert.equal(run.printed["stack analyzed"], 4);
    },
  },
  {
    section: "4.13",
    observed: "a mandatory violation ends an up at once: what came before stays, the resource is not made",
    holds: ({ mandatoryUp: run }) => {
      assert.equal(run.status, "violated");
      assert.equal(run.violations.length, 1);
      assert.equal(run.printed["stack analyzed"], undefined);
      assert.deepEqual(run.state.resources.map(nameOf), ["policed-mandatory", "default_1_2_3"]);
    },
  },
  {
    section: "4.13",
    observed: "a mandatory violation of the whole stack comes after everything is made, and is the stack's",
    holds: ({ stackWide: run }) => {
      assert.equal(run.status, "violated");
      assert.equal(run.changes.create, 3);
      assert.equal(run.violations[0]?.urn, "urn:pulumi:stack-wide::policed::pulumi:pulumi:Stack::policed-stack-wide");
    },
  },
  {
    section: "4.14",
    observed: "a remediation replaces the inputs for policies, provider and state",
    holds: ({ remediating: run }) => {
      assert.equal(run.status, "ok", run.lines.join("\n"));
      assert.deepEqual(run.printed["analyzed kinds"], ["EDGE", "EDGE"]);
      assert.equal(run.outputs.kind, "EDGE");
      assert.equal(run.resource("first").inputs.kind, "EDGE");
      assert.deepEqual(
        run.violations.map(({ level }) => level),
        ["remediate", "advisory", "remediate"],
      );
    },
  },
  {
    section: "4.15",
    observed: "a policy that throws fails the run, even an advisory one",
    holds: ({ throwing: run }) => {
      assert.equal(run.status, "failed");
      mentions(run, "Error validating resource with policy 'policy-0' from policy pack 'cases@v0.0.2'");
      mentions(run, "a bug in the policy");
    },
  },
  {
    section: "4.1",
    observed: "a pack that cannot start fails the run, and nothing is registered",
    holds: ({ broken, silent }) => {
      assert.deepEqual([broken.status, broken.changes.create, silent.status], ["failed", 0, "failed"]);
      mentions(broken, "this pack is broken");
      mentions(silent, "a pack must make a PolicyPack");
    },
  },
];

const state: readonly Fact[] = [
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

const updating: readonly Fact[] = [
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

const nameOf = ({ name }: { readonly name: string }) => name;

describe("the local engine, where the real one was seen to", function () {
  this.timeout(60_000);
  let runs: Runs;
  before(async () => {
    runs = await observe();
  });
  for (const [part, facts] of Object.entries({ starting, registering, functions, policies, state, updating }))
    describe(part, () => {
      for (const { section, observed, holds } of facts) it(`${observed} (${section})`, () => holds(runs));
    });
});
