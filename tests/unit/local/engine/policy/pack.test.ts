import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  AnalyzerInfo,
  EnforcementLevel,
  PolicyConfig,
  PolicyConfigSchema,
  PolicyInfo,
} from "@pulumi/pulumi/proto/analyzer_pb";
import type { PropertyMap } from "../../../../../local/engine/model";
import { configurePolicies } from "../../../../../local/engine/policy/config";
import { readPackSettings } from "../../../../../local/engine/policy/settings";
import { encode } from "../../../../../local/engine/values/wire";

const { ADVISORY, MANDATORY, DISABLED } = EnforcementLevel;

function infoOf(
  schema: PropertyMap,
  required: readonly string[],
  initial: Readonly<Record<string, { readonly level?: EnforcementLevel; readonly properties?: PropertyMap }>>,
): AnalyzerInfo {
  const policy = new PolicyInfo();
  policy.setName("p");
  policy.setEnforcementlevel(MANDATORY);
  const config = new PolicyConfigSchema();
  config.setProperties(encode(schema));
  config.setRequiredList([...required]);
  policy.setConfigschema(config);
  const info = new AnalyzerInfo();
  info.setName("pack");
  info.setPoliciesList([policy]);
  for (const [name, { level = ADVISORY, properties }] of Object.entries(initial)) {
    const setting = new PolicyConfig();
    setting.setEnforcementlevel(level);
    if (properties) setting.setProperties(encode(properties));
    info.getInitialconfigMap().set(name, setting);
  }
  return info;
}

describe("a policy is configured with", () => {
  const schema = { max: { type: "number", default: 5 }, zero: { default: 0 }, min: { type: "number" } };
  for (const { why, initial, level, properties } of [
    { why: "its own level and its schema's defaults", initial: {}, level: MANDATORY, properties: { max: 5, zero: 0 } },
    {
      why: "what the author set for it",
      initial: { p: { level: DISABLED, properties: { max: 9, other: true } } },
      level: DISABLED,
      properties: { max: 9, zero: 0, other: true },
    },
    {
      why: "the level that the author set for all",
      initial: { all: { level: DISABLED } },
      level: DISABLED,
      properties: { max: 5, zero: 0 },
    },
    {
      why: "its own level rather than that for all",
      initial: { all: { level: DISABLED }, p: { level: ADVISORY } },
      level: ADVISORY,
      properties: { max: 5, zero: 0 },
    },
  ])
    it(why, () =>
      assert.deepEqual(configurePolicies(infoOf(schema, ["max"], initial)).get("p"), { level, properties }),
    );

  it("nothing that its schema requires and nobody gives: that is an error", () =>
    assert.throws(
      () => configurePolicies(infoOf(schema, ["min"], {})),
      /pack pack is not configured:\n {2}- p\.min is missing; it is required, expected a number/,
    ));
});

describe("a pack's settings", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "pack-"));
  });
  after(() => rmSync(folder, { recursive: true }));
  const read = (yaml: string) => {
    writeFileSync(join(folder, "PulumiPolicy.yaml"), yaml);
    return readPackSettings(".", folder);
  };
  it("are read from the project's folder", () =>
    assert.deepEqual(read("runtime: nodejs\nversion: 1.2.3\n"), {
      given: ".",
      directory: folder,
      program: folder,
      version: "1.2.3",
      runtime: { typescript: true, nodeargs: [] },
    }));
  it("name a program of its own and do without TypeScript", () => {
    const { program, runtime } = read("runtime: { name: nodejs, options: { typescript: false } }\nmain: src\n");
    assert.deepEqual([program, runtime.typescript], [join(folder, "src"), false]);
  });
  for (const { why, yaml, says } of [
    { why: "without a runtime", yaml: "main: src", says: /PulumiPolicy\.yaml: runtime is missing; expected nodejs/ },
    { why: "of another language", yaml: "runtime: python", says: /runtime is "python"; expected nodejs/ },
    {
      why: "with a main that is no path",
      yaml: "runtime: nodejs\nmain: [a]",
      says: /main is \["a"\]; expected the path/,
    },
    { why: "that are empty", yaml: "", says: /holds no settings/ },
    { why: "that are no YAML", yaml: "a: [", says: /is not YAML/ },
  ])
    it(`are refused ${why}`, () => assert.throws(() => read(yaml), says));
});
