import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readExport } from "../../../local/engine/policy/exported-stack";
import { type Judgement, judge } from "../../../local/engine/policy/judge";
import { signatureKey, signatures } from "../../../local/engine/values";
import { local, type Outcome } from "../../support/project";

const sample = join(__dirname, "packs/sample");
const urnOf = (type: string, name: string) => `urn:pulumi:prod::shop::${type}::${name}`;
const stackUrn = urnOf("pulumi:pulumi:Stack", "shop-prod");
const providerUrn = urnOf("pulumi:providers:toy", "default_1_2_3");
const apiUrn = urnOf("toy:web/api:Api", "orders");
const partUrn = urnOf("toy:web/part:Part", "cart");
const sealed = { [signatureKey]: signatures.secret, ciphertext: "v1:abc" };
const shown = { [signatureKey]: signatures.secret, plaintext: '"hunter2-and-more"' };
const provider = `${providerUrn}::0c3f`;

/** A stack as the Pulumi CLI exports it. */
const exported = JSON.stringify({
  version: 3,
  deployment: {
    manifest: { time: "2030-01-01T00:00:00Z", magic: "", version: "v3.260.0" },
    secrets_providers: { type: "passphrase", state: {} },
    resources: [
      { urn: stackUrn, type: "pulumi:pulumi:Stack", custom: false, outputs: { url: "https://x" } },
      {
        urn: providerUrn,
        type: "pulumi:providers:toy",
        custom: true,
        id: "0c3f",
        inputs: { region: "x", __internal: {} },
      },
      {
        urn: apiUrn,
        type: "toy:web/api:Api",
        custom: true,
        id: "api-1",
        parent: stackUrn,
        inputs: { __defaults: ["name"], name: "orders", kind: "REGIONAL", key: sealed, token: shown },
        outputs: { name: "orders", kind: "REGIONAL", arn: "arn:toy:1" },
        provider,
      },
      {
        urn: partUrn,
        type: "toy:web/part:Part",
        custom: true,
        id: "part-1",
        parent: stackUrn,
        inputs: { api: { [signatureKey]: signatures.resource, urn: apiUrn, id: "api-1", packageVersion: "" } },
        outputs: { api: "api-1" },
        dependencies: [apiUrn],
        propertyDependencies: { api: [apiUrn], other: [] },
        provider,
      },
      { urn: urnOf("toy:web/api:Api", "read"), type: "toy:web/api:Api", custom: true, external: true, id: "r" },
      { urn: apiUrn, type: "toy:web/api:Api", custom: true, delete: true, id: "api-0", inputs: { kind: "OLD" } },
    ],
  },
});

describe("an exported stack is judged without its program:", () => {
  let folder: string;
  let file: string;
  let plain: Judgement;
  let remediated: Judgement;
  let violated: Outcome;

  const configured = (name: string, config: object) => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(config));
    return path;
  };
  const judged = (config: object, name: string) =>
    judge({
      state: readExport(exported).state,
      directory: folder,
      policyPacks: [sample],
      policyPackConfigs: [configured(name, config)],
    });

  before(async function () {
    this.timeout(60_000);
    folder = mkdtempSync(join(tmpdir(), "export-"));
    file = configured("export.json", JSON.parse(exported));
    const config = configured("mandatory.json", { kind: "mandatory" });
    [plain, violated] = await Promise.all([
      judged({ echo: "advisory" }, "plain.json"),
      local("policy", "--from", file, "--cwd", folder, "--policy-pack", sample, "--policy-pack-config", config),
    ]);
    remediated = await judged({ kind: "remediate" }, "remediate.json");
  });
  after(() => rmSync(folder, { recursive: true }));

  /** What the policy `echo` saw of a resource, by the call. */
  const echoed = (urn: string, key: "props" | "outputs") => {
    const said = plain.violations
      .filter(({ policy }) => policy === "echo")
      .map(({ message }) => JSON.parse(message.split("\n").slice(1).join("\n")))
      .filter((each) => each.urn === urn && key in each);
    assert.equal(said.length, 1, `${said.length} calls with ${key} of ${urn}`);
    return said[0];
  };

  it("each resource by its inputs, without what its provider keeps for itself", () =>
    assert.deepEqual(echoed(partUrn, "props"), {
      urn: partUrn,
      props: { api: "api-1" },
      provider: "default_1_2_3",
      parent: stackUrn,
    }));

  it("an encrypted secret is there and unknown, one that is shown is read and never told", () => {
    const { props } = echoed(apiUrn, "props");
    assert.deepEqual(props, { name: "orders", kind: "REGIONAL", key: "unknown", token: "[secret]" });
  });

  it("the stack by outputs and dependencies", () => {
    assert.deepEqual(echoed(partUrn, "outputs"), {
      urn: partUrn,
      outputs: { api: "api-1" },
      refs: { api: ["orders"] },
    });
    assert.deepEqual(echoed(stackUrn, "outputs").outputs, { url: "https://x" });
  });

  it("neither what was read nor what waits to be deleted", () =>
    assert.deepEqual(
      [...new Set(plain.violations.map(({ urn }) => urn))].sort(),
      [stackUrn, providerUrn, apiUrn, partUrn].sort(),
    ));

  it("an advisory violation leaves it well", () => assert.equal(plain.status, "ok"));

  it("a remediation is told, nothing is changed, and so the fault is still there", () => {
    const told = remediated.violations.map(({ level, message }) => [level, message.split("\n")[1]]);
    assert.deepEqual(told, [
      ["remediate", 'kind: "REGIONAL" became "EDGE"'],
      ["mandatory", "kind is not EDGE"],
    ]);
    assert.equal(remediated.status, "violated");
  });

  it("a mandatory violation is status 1, and names policy, resource and what to do", () => {
    assert.equal(violated.status, 1, violated.stderr);
    assert.match(
      violated.stdout,
      /\[mandatory\] kind \(sample, high\)\n {4}orders {2}urn:.*\n {6}APIs are of one kind\n {6}kind is not EDGE/,
    );
    assert.match(violated.stdout, /prod violates a mandatory policy: 5 resources, 1 violation/);
    assert.match(violated.stderr, /1 encrypted secret counts as there, but unknown; an export with --show-secrets/);
  });

  for (const { why, args, says } of [
    { why: "a file that is not there", args: ["--from", "none.json"], says: "error: none.json: it was not found\n" },
    {
      why: "no file",
      args: [],
      says: "error: no export was given; give one with --from: a file that `pulumi stack export` wrote, or -\n",
    },
    {
      why: "no export",
      args: ["--from", "plain.json"],
      says: "error: plain.json: it holds no deployment; expected what `pulumi stack export` writes, an object with deployment\n",
    },
  ])
    it(`${why} is status 2 and one line`, async () => {
      const outcome = await local("policy", ...args, "--cwd", folder, "--policy-pack", sample);
      assert.deepEqual(outcome, { status: 2, stdout: "", stderr: says });
    });

  it("an empty one is well, and that is said", async () => {
    const empty = configured("empty.json", { version: 3, deployment: { manifest: {} } });
    const outcome = await local("policy", "--from", empty, "--cwd", folder, "--policy-pack", sample, "--json");
    assert.equal(outcome.stderr, "the export holds no resources, so there is nothing to judge\n");
    assert.deepEqual([outcome.status, JSON.parse(outcome.stdout).violations], [0, []]);
  });

  it("no pack is status 2 and one line", async () => {
    const outcome = await local("policy", "--from", file, "--cwd", folder);
    assert.equal(outcome.status, 2);
    assert.match(outcome.stderr, /error: there is no policy pack here; give one with --policy-pack\n$/);
  });

  it("a signal ends it", async () => {
    const state = readExport(exported).state;
    const signal = AbortSignal.timeout(200);
    await assert.rejects(judge({ state, directory: folder, policyPacks: [sample], signal }), { name: "TimeoutError" });
  });
});
