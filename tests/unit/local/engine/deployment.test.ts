import assert from "node:assert/strict";
import { toDeployment } from "../../../../local/engine/deployment";
import type { ResourceState } from "../../../../local/engine/model";
import { secret, signatureKey, signatures } from "../../../../local/engine/values";

const resource: ResourceState = {
  urn: "urn:pulumi:dev::shop::a:b:C::c",
  type: "a:b:C",
  name: "c",
  custom: true,
  inputs: {},
  outputs: {},
  dependencies: [],
  propertyDependencies: {},
};
const exported = (rest: Partial<ResourceState>) =>
  toDeployment({
    organization: "organization",
    project: "shop",
    stack: "dev",
    programDirectory: "/",
    outputs: {},
    resources: [{ ...resource, ...rest }],
  }).deployment.resources[0];
const bare = { urn: resource.urn, custom: true, type: resource.type };

describe("an exported resource", () => {
  for (const { why, rest, expected } of [
    { why: "leaves out what is empty, absent or false", rest: { protect: false, dependencies: [] }, expected: bare },
    { why: "says that it is a component", rest: { custom: false }, expected: { ...bare, custom: false } },
    {
      why: "keeps the properties that depend on nothing",
      rest: { propertyDependencies: { a: [], b: ["u"] } },
      expected: { ...bare, propertyDependencies: { a: [], b: ["u"] } },
    },
    {
      why: "keeps empty values within inputs and outputs",
      rest: { inputs: { list: [], off: false, none: null }, outputs: { map: {} } },
      expected: { ...bare, inputs: { list: [], off: false, none: null }, outputs: { map: {} } },
    },
    {
      why: "hides secrets, however deep, and what is within them",
      rest: { outputs: { a: [secret({ b: secret("s3cr3t") })] } },
      expected: {
        ...bare,
        outputs: { a: [{ [signatureKey]: signatures.secret, ciphertext: "[secret]" }] },
      },
    },
    {
      why: "keeps its options, timeouts in seconds, but neither deleteBeforeReplace nor its short name",
      rest: {
        id: "c-1",
        parent: "p",
        provider: "q::1",
        protect: true,
        external: true,
        retainOnDelete: true,
        deleteBeforeReplace: true,
        ignoreChanges: ["a"],
        replaceOnChanges: ["b"],
        additionalSecretOutputs: ["c"],
        customTimeouts: { create: 300 },
        sourcePosition: "project:///index.ts#1,2",
      },
      expected: {
        ...bare,
        id: "c-1",
        parent: "p",
        provider: "q::1",
        protect: true,
        external: true,
        retainOnDelete: true,
        ignoreChanges: ["a"],
        replaceOnChanges: ["b"],
        additionalSecretOutputs: ["c"],
        customTimeouts: { create: 300 },
        sourcePosition: "project:///index.ts#1,2",
      },
    },
  ] satisfies { why: string; rest: Partial<ResourceState>; expected: object }[])
    it(why, () => assert.deepEqual(exported(rest), expected));
});
