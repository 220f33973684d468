import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findReferenced, referencedBy } from "../../../../local/cli/references";
import { saveState } from "../../../../local/cli/saved-stack";
import type { StackState } from "../../../../local/engine/model";

/** A stack that reads others. */
const stateOf = (project: string, ...reads: string[]): StackState => ({
  organization: "organization",
  project,
  stack: "dev",
  programDirectory: "/p",
  resources: reads.map((name) => ({
    urn: `urn:pulumi:dev::${project}::pulumi:pulumi:StackReference::${name}`,
    type: "pulumi:pulumi:StackReference",
    name,
    custom: true,
    external: true,
    id: name,
    inputs: { name },
    outputs: {},
    dependencies: [],
    propertyDependencies: {},
  })),
  outputs: {},
});

describe("a stack that another one reads", () => {
  let root: string;
  const at = (...parts: string[]) => join(root, ...parts);
  const none = {};

  before(() => {
    root = mkdtempSync(join(tmpdir(), "references-"));
    for (const folder of ["teams/invoices", "elsewhere"]) mkdirSync(at(folder), { recursive: true });
    saveState(at(), stateOf("platform", "organization/base/dev"));
    saveState(at("teams"), stateOf("base", "organization/platform/dev"));
    saveState(at("elsewhere"), stateOf("platform"));
  });
  after(() => rmSync(root, { recursive: true }));

  it("is found in a folder around the project, whatever else is kept on the way", () => {
    const { directory } = findReferenced("organization/platform/dev", {
      directory: at("teams", "invoices"),
      references: none,
    });
    assert.equal(directory, root);
  });

  it("is found where the command line says, and nowhere else", () => {
    const name = "organization/platform/dev";
    const where = (folder: string) => ({ directory: at("teams", "invoices"), references: { [name]: at(folder) } });
    assert.equal(findReferenced(name, where("elsewhere")).directory, at("elsewhere"));
    assert.throws(
      () => findReferenced(name, where("teams")),
      /^CommandFault: unknown stack "organization\/platform\/dev"/,
    );
  });

  for (const name of ["organization/platform/prod", "organization/plattform/dev"])
    it(`is not ${name}, which nobody brought up`, () =>
      assert.throws(() => findReferenced(name, { directory: root, references: none }), {
        name: "CommandFault",
        message: new RegExp(`unknown stack "${name}": .*--reference ${name}=`),
      }));

  for (const { why, reads, found } of [
    {
      why: "comes with those that it reads itself, each once",
      reads: "organization/platform/dev",
      found: ["platform", "base"],
    },
    { why: "may go by a shorter name", reads: "platform/dev", found: ["platform", "base"] },
  ])
    it(why, () => {
      const states = referencedBy(stateOf("invoices", reads), { directory: at("teams", "invoices"), references: none });
      assert.deepEqual(
        states.map(({ state }) => state.project),
        found,
      );
    });

  it("is not the stack itself", () =>
    assert.deepEqual(
      referencedBy(stateOf("alone", "organization/alone/dev"), { directory: root, references: none }),
      [],
    ));
});
