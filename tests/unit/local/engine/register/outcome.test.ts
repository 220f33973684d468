import assert from "node:assert/strict";
import type { PropertyMap, ResourceState } from "../../../../../local/engine/model";
import { checkResource } from "../../../../../local/engine/register/check";
import { creationOf, uniqueText, uniqueUuid } from "../../../../../local/engine/register/creation";
import { operationOf, previewed, simulated, withSecrets } from "../../../../../local/engine/register/outcome";
import { simulator } from "../../../../../local/engine/simulate/simulator";
import { secret, unknown } from "../../../../../local/engine/values";

const urn = "urn:pulumi:dev::shop::toy:web/api:Api::orders";
const api = simulator("toy:web/api:Api", {
  autoName: { property: "name", maxLength: 16 },
  defaults: { kind: "REGIONAL", size: 1 },
  id: ({ unique }) => unique(6),
  computed: {
    arn: ({ id, region, account }) => `arn:${region}:${account}:${id}`,
    key: ({ random }) => random(12),
    name: () => "computed",
  },
  computedWithin: { network: { subnet: () => "subnet-1" } },
});
const creation = {
  urn,
  type: api.type,
  name: "orders",
  inputs: {},
  region: "eu-west-1",
  account: "123456789012",
  lookup: () => undefined,
};
const stateOf = (inputs: PropertyMap, outputs: PropertyMap = {}): ResourceState => ({
  urn,
  type: api.type,
  name: "orders",
  custom: true,
  id: "old-id",
  inputs,
  outputs,
  dependencies: [],
  propertyDependencies: {},
});

describe("checked inputs", () => {
  const check = (inputs: PropertyMap, old?: ResourceState, maxLength?: number) => {
    const limited = maxLength ? { ...api, autoName: { property: "name", maxLength } } : api;
    return checkResource(inputs, limited, { urn, name: "orders", ...(old ? { old } : {}) });
  };
  it("have a name and defaults, and list them", () => {
    const { name, ...rest } = check({});
    assert.match(`${name}`, /^orders-[0-9a-f]{7}$/);
    assert.deepEqual(rest, { kind: "REGIONAL", size: 1, __defaults: ["kind", "name", "size"] });
  });
  it("have the same automatic name each time", () => assert.equal(check({}).name, check({}).name));
  it("keep what is given, even when it is false or unknown", () =>
    assert.deepEqual(check({ name: unknown, kind: false, size: 0 }), {
      name: unknown,
      kind: false,
      size: 0,
      __defaults: [],
    }));
  it("fill in for null", () => assert.equal(check({ kind: null }).kind, "REGIONAL"));
  it("keep an automatic name, once made", () =>
    assert.equal(check({}, stateOf({ name: "made-before", __defaults: ["name"] })).name, "made-before"));
  it("make a name where one was given before", () =>
    assert.match(`${check({}, stateOf({ name: "given", __defaults: [] })).name}`, /^orders-/));
  it("cut the resource's name to fit", () => assert.match(`${check({}, undefined, 11).name}`, /^ord-[0-9a-f]{7}$/));
});

describe("an operation is", () => {
  for (const { why, inputs, old, operation } of [
    { why: "create without an old resource", inputs: {}, old: undefined, operation: "create" },
    {
      why: "same for equal inputs, secret or not",
      inputs: { a: secret(1), __defaults: [] },
      old: { a: 1 },
      operation: "same",
    },
    { why: "update for another value", inputs: { a: 2 }, old: { a: 1 }, operation: "update" },
    { why: "update for what has become unknown", inputs: { a: unknown }, old: { a: 1 }, operation: "update" },
  ])
    it(why, () => assert.equal(operationOf(inputs, old && stateOf(old)), operation));
});

describe("a preview", () => {
  it("of a creation has no id, and unknown outputs beside and within the inputs", () =>
    assert.deepEqual(previewed({ name: "n", network: { vpc: "v" } }, api, undefined), {
      outputs: { arn: unknown, key: unknown, network: { subnet: unknown, vpc: "v" }, name: "n" },
    }));
  it("of an update has the old id and computed outputs", () =>
    assert.deepEqual(previewed({ name: "n" }, api, stateOf({}, { arn: "old", name: "old" })), {
      id: "old-id",
      outputs: { arn: "old", key: unknown, name: "n" },
    }));
});

describe("a simulation", () => {
  it("gives id and outputs; an input wins over what is computed", () => {
    const { id, outputs } = simulated({ name: "n", network: secret({}) }, api, creation, {});
    assert.match(id!, /^[a-z0-9]{6}$/);
    assert.equal(outputs.arn, `arn:eu-west-1:123456789012:${id}`);
    assert.deepEqual([outputs.name, outputs.network], ["n", secret({ subnet: "subnet-1" })]);
  });
  it("of an update keeps id and what was random", () => {
    const { id, outputs } = simulated({}, api, creation, { old: stateOf({}, { key: "kept", arn: "stale" }) });
    assert.deepEqual([id, outputs.key, outputs.arn], ["old-id", "kept", "arn:eu-west-1:123456789012:old-id"]);
  });
  it("of an import has the id that was named", () =>
    assert.equal(simulated({}, api, creation, { id: "imported" }).id, "imported"));
  it("that needs a region fails where there is none, and says how to set it", () =>
    assert.throws(() => simulated({}, api, { ...creation, region: undefined }, {}), /"orders" .* set aws:region/));
});

describe("what is made up", () => {
  it("is the same for a URN and salt, and another for others", () => {
    const of = (salt: string, other = urn) => creationOf({ ...creation, urn: other }).unique(8, { salt });
    assert.equal(of("a"), of("a"));
    assert.equal(new Set([of("a"), of("b"), of("a", `${urn}2`)]).size, 3);
  });
  it("keeps to length and alphabet, however long", () => assert.match(uniqueText("seed", 100, "01"), /^[01]{100}$/));
  it("is never twice the same when random", () => {
    const { random } = creationOf(creation);
    assert.notEqual(random(24), random(24));
  });
  it("has the form of a UUID", () =>
    assert.match(uniqueUuid("seed"), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/));
  it("is wrapped by name, unknown or not", () =>
    assert.deepEqual(withSecrets({ a: unknown, b: 1 }, ["a", "c"]), { a: secret(unknown), b: 1 }));
});
