import assert from "node:assert/strict";
import { type ResourceValidationArgs, unknownCheckingProxy } from "@pulumi/policy";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { toPolicies } from "../../../policy/adapter";
import type { Control, Remediation } from "../../../policy/control";
import { secret, sentinel } from "../../support/policy/wire";

// The SDK's own two ways over the wire, which its types hide.
const { deserializeProperties, serializeProperties } = require("@pulumi/policy/deserialize") as {
  deserializeProperties(properties: Struct, keepSecrets: boolean): Record<string, unknown>;
  serializeProperties(properties: unknown): Promise<Record<string, unknown>>;
};

const sent = {
  minutes: 90,
  password: secret("hunter2"),
  poolId: sentinel,
  scopes: ["orders/read", sentinel],
  settings: { cached: true, key: sentinel, token: secret("hunter3") },
  __defaults: ["minutes"],
};

describe("a remediation", () => {
  it("changes what it names and keeps unknowns, secrets and the engine's own keys", async () =>
    assert.deepEqual(await remediated(() => ({ minutes: 60, revocation: true })), {
      ...sent,
      minutes: 60,
      revocation: true,
    }));

  it("may return all that it read: unknowns and secrets go back as they came", async () =>
    assert.deepEqual(await remediated(({ properties }) => ({ ...properties, minutes: 60 })), { ...sent, minutes: 60 }));

  it("changes one value inside an object", async () =>
    assert.deepEqual(
      await remediated(({ properties }) => ({ settings: { ...(properties.settings as object), cached: false } })),
      { ...sent, settings: { ...sent.settings, cached: false } },
    ));

  it("that changes a secret leaves a secret", async () =>
    assert.deepEqual(await remediated(() => ({ password: "hunter4" })), { ...sent, password: secret("hunter4") }));

  it("may put an unknown value at another place", async () =>
    assert.deepEqual(await remediated(({ properties }) => ({ scopes: [properties.poolId!, "orders/write"] })), {
      ...sent,
      scopes: [sentinel, "orders/write"],
    }));

  for (const { why, remediate } of [
    { why: "that has nothing to say changes nothing", remediate: () => undefined },
    { why: "that returns what is there changes nothing", remediate: () => ({ minutes: 90 }) },
  ])
    it(why, async () => assert.equal(await remediated(remediate), undefined));

  it("is asked about its own types only", () => {
    const { remediateResource } = policyOf(() => ({ minutes: 60 }));
    const args = { ...argsOf(sent), type: "test:index:Other" };
    assert.throws(() => remediateResource!(args), /It judges test:index:Client/);
  });

  it("is not there where the control has none, so that the engine is told that the policy cannot remediate", () =>
    assert.equal(policyOf(undefined).remediateResource, undefined));
});

async function remediated(remediate: Remediation): Promise<Record<string, unknown> | undefined> {
  const result = await policyOf(remediate).remediateResource!(argsOf(sent));
  return result ? serializeProperties(result) : undefined;
}

function policyOf(remediate: Remediation | undefined) {
  const control: Control = {
    id: "short-sessions",
    title: "Sign-ins end.",
    severity: "low",
    level: "mandatory",
    types: ["test:index:Client"],
    why: "A stolen token would work for long.",
    fix: "Write fewer minutes.",
    source: "https://docs.aws.amazon.com/",
    checkResource: () => [],
    ...(remediate && { remediate }),
  };
  return toPolicies([control], { publicRoutes: {}, now: () => new Date() })[0]!;
}

/** What the SDK hands to a remediation: a view that unwraps secrets and refuses to show unknowns. */
function argsOf(props: Record<string, JavaScriptValue>): ResourceValidationArgs {
  const view = unknownCheckingProxy(deserializeProperties(Struct.fromJavaScript(props), true));
  return {
    type: "test:index:Client",
    name: "web",
    urn: "urn",
    props: view,
    getConfig: () => ({}),
    notApplicable: (reason?: string) => assert.fail(reason),
  } as unknown as ResourceValidationArgs;
}
