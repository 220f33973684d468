import assert from "node:assert/strict";
import type { PropertyMap, PropertyValue } from "../../../../../local/engine/model";
import {
  containsSecret,
  containsUnknown,
  isEqual,
  plain,
  resourceReference,
  secret,
  signatureKey,
  signatures,
  unknown,
  withoutInternals,
  withoutReferences,
} from "../../../../../local/engine/values";
import { downgrade, outputDependencies } from "../../../../../local/engine/values/output-value";
import { decode, encode, receive, send } from "../../../../../local/engine/values/wire";

const urn = "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::orders";
const output = (rest: PropertyMap): PropertyMap => ({ [signatureKey]: signatures.output, ...rest });
const asset: PropertyMap = { [signatureKey]: signatures.asset, text: "a test asset" };

describe("a plain value", () => {
  for (const { why, value, expected } of [
    { why: "opens secrets, however deep", value: [{ a: secret(secret("x")) }], expected: [{ a: "x" }] },
    { why: "has a resource's id for a reference", value: resourceReference(urn, "b-1"), expected: "b-1" },
    { why: "is unknown for a reference whose id is unknown", value: resourceReference(urn, ""), expected: unknown },
    { why: "has a component's URN for a reference", value: resourceReference(urn), expected: urn },
    { why: "has what an output value holds", value: output({ value: secret(1), secret: true }), expected: 1 },
    { why: "is unknown for an output value that holds nothing", value: output({ secret: true }), expected: unknown },
    { why: "keeps assets, unknowns and null", value: [asset, unknown, null], expected: [asset, unknown, null] },
  ] satisfies { why: string; value: PropertyValue; expected: PropertyValue }[])
    it(why, () => assert.deepEqual(plain(value), expected));
});

describe("a value", () => {
  it("without references keeps its secrets", () =>
    assert.deepEqual(withoutReferences({ a: secret(resourceReference(urn, "b-1")) }), { a: secret("b-1") }));
  it("without internals loses only the outermost keys that begin with two underscores", () =>
    assert.deepEqual(withoutInternals({ __defaults: [], a: { __b: 1 } }), { a: { __b: 1 } }));
  it("that is secret is not wrapped twice", () => assert.deepEqual(secret(secret(1)), secret(1)));
  for (const { why, value, unknowns, secrets } of [
    { why: "holds an unknown in a list", value: [[unknown]], unknowns: true, secrets: false },
    { why: "holds an unknown secret", value: { a: secret(unknown) }, unknowns: true, secrets: true },
    { why: "holds neither", value: { a: ["b", null, 0, false] }, unknowns: false, secrets: false },
  ])
    it(why, () => assert.deepEqual([containsUnknown(value), containsSecret(value)], [unknowns, secrets]));
});

describe("two values are", () => {
  for (const { why, one, other, equal } of [
    { why: "equal in any order of keys", one: { a: 1, b: [2] }, other: { b: [2], a: 1 }, equal: true },
    { why: "different when a key is missing", one: { a: 1 }, other: { a: 1, b: null }, equal: false },
    { why: "different when one key has another name", one: { a: 1 }, other: { b: 1 }, equal: false },
    { why: "different as list and map", one: [], other: {}, equal: false },
    { why: "different in the order of a list", one: [1, 2], other: [2, 1], equal: false },
    { why: "different as text and number", one: "1", other: 1, equal: false },
  ] satisfies { why: string; one: PropertyValue; other: PropertyValue; equal: boolean }[])
    it(why, () => assert.equal(isEqual(one, other), equal));
});

describe("an output value", () => {
  for (const { why, value, expected } of [
    { why: "that holds nothing is unknown", value: output({}), expected: unknown },
    {
      why: "that is secret and unknown is a secret unknown",
      value: output({ secret: true }),
      expected: secret(unknown),
    },
    { why: "that is secret is a secret", value: output({ value: "x", secret: true }), expected: secret("x") },
    { why: "within another is opened too", value: output({ value: [output({ value: 1 })] }), expected: [1] },
  ])
    it(why, () => assert.deepEqual(downgrade(value), expected));

  it("tells where it comes from, each resource once", () =>
    assert.deepEqual(
      outputDependencies([output({ dependencies: ["a", "b"] }), { x: output({ value: 1, dependencies: ["b", "c"] }) }]),
      ["a", "b", "c"],
    ));
});

describe("on the wire", () => {
  it("every kind of value comes back as it went", () => {
    const all = {
      text: "ä",
      number: -1.5,
      yes: true,
      no: false,
      nothing: null,
      list: [1, [], {}],
      secret: secret("x"),
    };
    assert.deepEqual(decode(encode(all)), all);
  });
  it("a reference is sent with name and type, and kept without", () => {
    const kept = receive(encode({ bucket: resourceReference(urn, unknown) }), "/");
    assert.deepEqual(kept.bucket, { ...resourceReference(urn, ""), packageVersion: "" });
    assert.deepEqual(decode(send(kept)).bucket, {
      ...resourceReference(urn, ""),
      name: "orders",
      type: "aws:s3/bucket:Bucket",
    });
    assert.deepEqual(receive(send(kept), "/"), kept);
  });
  it("an asset arrives with its hash and without what the SDK adds for itself", () =>
    assert.deepEqual(receive(encode({ asset: { ...asset, __pulumiAsset: true } }), "/").asset, {
      ...asset,
      hash: "e34c74529110661faae4e121e57165ff4cb4dbdde1ef9770098aa3695e6b6704",
    }));
});
