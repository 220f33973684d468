import assert from "node:assert/strict";
import { readExport } from "../../../../../local/engine/policy/exported-stack";
import { secret, signatureKey, signatures, unknown } from "../../../../../local/engine/values";

const urnOf = (type: string, name: string) => `urn:pulumi:prod::shop::${type}::${name}`;
const stack = { urn: urnOf("pulumi:pulumi:Stack", "shop-prod"), type: "pulumi:pulumi:Stack", outputs: { a: 1 } };
const exported = (resources: readonly unknown[], version = 3) =>
  JSON.stringify({ version, deployment: { manifest: {}, resources } });
const made = (fields: object) => ({ urn: urnOf("a:b:C", "c"), type: "a:b:C", custom: true, ...fields });
const read = (fields: object) => readExport(exported([made(fields)])).state.resources[0]!;

describe("an exported stack", () => {
  it("is named by its URNs, and its outputs are the stack's", () => {
    const { state } = readExport(exported([made({}), stack]));
    assert.deepEqual([state.stack, state.project, state.outputs], ["prod", "shop", { a: 1 }]);
  });

  it("keeps of each resource what policies are shown", () => {
    const parent = urnOf("x:y:Z", "z");
    const resource = made({
      id: "c-1",
      parent,
      inputs: { a: 1 },
      outputs: { b: [2] },
      dependencies: [parent],
      propertyDependencies: { a: [parent], b: [] },
      provider: `${urnOf("pulumi:providers:a", "default")}::1234`,
      protect: true,
      ignoreChanges: ["a"],
      customTimeouts: { create: 300 },
      sourcePosition: "project:///index.ts#3,1",
    });
    assert.deepEqual(read(resource), { ...resource, name: "c", additionalSecretOutputs: [], aliases: [] });
  });

  for (const { why, wrap } of [
    { why: "as Pulumi writes it", wrap: (text: string) => text },
    { why: "within what a local run prints", wrap: (text: string) => `{"stack":"prod","deployment":${text}}` },
    { why: "of a newer version", wrap: (text: string) => text.replace('"version":3', '"version":4') },
    { why: "without its version", wrap: (text: string) => text.replace('"version":3,', "") },
  ])
    it(`is read ${why}`, () => assert.equal(readExport(wrap(exported([stack]))).state.resources.length, 1));

  it("may hold nothing", () =>
    assert.deepEqual(readExport('{"version":3,"deployment":{"manifest":{}}}').state.resources, []));

  it("leaves out what waits to be deleted", () =>
    assert.deepEqual(
      readExport(exported([made({ delete: true, inputs: { a: 1 } }), made({ inputs: { a: 2 } })])).state.resources.map(
        ({ inputs }) => inputs,
      ),
      [{ a: 2 }],
    ));

  const sealed = { [signatureKey]: signatures.secret, ciphertext: "v1:abc" };
  const shown = (plaintext: string) => ({ [signatureKey]: signatures.secret, plaintext });
  const asset = (fields: object) => ({ [signatureKey]: signatures.asset, hash: "12", ...fields });
  const archive = (assets: object) => ({ [signatureKey]: signatures.archive, hash: "12", assets });
  for (const { why, value, expected } of [
    { why: "an encrypted secret is there, and unknown", value: sealed, expected: secret(unknown) },
    { why: "a secret that is shown is a secret", value: shown('"hunter2"'), expected: secret("hunter2") },
    { why: "a secret may hold more", value: shown('{"a":[1]}'), expected: secret({ a: [1] }) },
    { why: "secrets are found wherever they are", value: [{ a: sealed }], expected: [{ a: secret(unknown) }] },
    { why: "an asset keeps its source", value: asset({ text: "x" }), expected: asset({ text: "x" }) },
    { why: "an asset without a source is unknown", value: asset({}), expected: unknown },
    { why: "so is an empty text", value: asset({ text: "" }), expected: unknown },
    { why: "so is an archive that holds one", value: archive({ "a.js": asset({}) }), expected: unknown },
    {
      why: "an archive of files stays",
      value: archive({ "a.js": asset({ path: "a.js" }) }),
      expected: archive({ "a.js": asset({ path: "a.js" }) }),
    },
  ])
    it(why, () => assert.deepEqual(read({ inputs: { value } }).inputs.value, expected));

  it("shows an output that is encrypted whole by what was put in", () => {
    const details = { url: "https://idp.example", key: sealed };
    const outputs = { details: sealed, made: sealed };
    const resource = read({ inputs: { details }, outputs });
    assert.deepEqual(resource.outputs.details, { url: "https://idp.example", key: secret(unknown) });
    assert.deepEqual(resource.outputs.made, secret(unknown));
  });

  it("counts the secrets that it cannot show", () =>
    assert.equal(readExport(exported([made({ inputs: { a: sealed }, outputs: { b: [sealed] } })])).opaqueSecrets, 2));

  for (const { why, text, says } of [
    { why: "that is no JSON, without quoting it", text: '{"a": hunter2}', says: /^it is not JSON$/ },
    { why: "that breaks off, with the place", text: '{"a":1,}', says: /^it is not JSON: line 1, column 8$/ },
    { why: "that is a list", text: "[]", says: /^it holds no deployment; expected what `pulumi stack export` writes/ },
    { why: "that is something else", text: '{"name":"shop"}', says: /^it holds no deployment/ },
    { why: "of a version of old", text: exported([], 2), says: /^version is 2; expected 3 or 4/ },
    {
      why: "whose resources are no list",
      text: '{"deployment":{"resources":{}}}',
      says: /^deployment\.resources is an object; expected a list/,
    },
    {
      why: "with a resource that is none",
      text: exported([stack, 1]),
      says: /^deployment\.resources\[1\] is a number; expected an object/,
    },
    {
      why: "with a resource without a type",
      text: exported([{ urn: stack.urn }]),
      says: /resources\[0\]\.type is missing; expected a type token/,
    },
    {
      why: "with a URN that is none",
      text: exported([made({ urn: "c" })]),
      says: /resources\[0\]\.urn is a string; expected a URN/,
    },
    {
      why: "with a parent that is none",
      text: exported([made({ parent: 1 })]),
      says: /resources\[0\]\.parent is a number; expected a URN/,
    },
    {
      why: "with inputs that are none",
      text: exported([made({ inputs: [] })]),
      says: /resources\[0\]\.inputs is a list; expected an object/,
    },
    {
      why: "with dependencies that are none",
      text: exported([made({ propertyDependencies: { a: ["c"] } })]),
      says: /propertyDependencies\.a\[0\] is a string; expected a URN/,
    },
    {
      why: "with a damaged secret, without showing it",
      text: exported([made({ inputs: { a: shown("hunter2") } })]),
      says: /^the plaintext of a secret is not JSON(?!.*hunter2)/,
    },
  ])
    it(`is refused ${why}`, () => assert.throws(() => readExport(text), { message: says }));
});
