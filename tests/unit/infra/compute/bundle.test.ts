import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { bundleFunctions } from "../../../../infra/compute/bundle";

describe("bundles", () => {
  const project = process.cwd();
  let folder: string;
  const declared = (...names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, { role: "route", description: name } as const]));
  const write = (name: string, source: string) => {
    mkdirSync(path.join("functions", name), { recursive: true });
    writeFileSync(path.join("functions", name, "handler.ts"), source);
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "gatehouse-bundle-"));
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(project);
    rmSync(folder, { recursive: true });
  });

  it("run without their sources, and know where an error came from", () => {
    write("greet", "export const handler = async (name: string) => `hello ${name}`;");
    const { greet } = bundleFunctions(declared("greet"));
    assert.ok(greet && !path.isAbsolute(greet), "asset paths must not differ between machines");
    assert.match(readFileSync(path.join(greet, "handler.js"), "utf8"), /sourceMappingURL=handler\.js\.map/);
    assert.match(readFileSync(path.join(greet, "handler.js.map"), "utf8"), /functions\/greet\/handler\.ts/);
  });

  it("come from the folder that a function names, under the function's own name", () => {
    write("triggers/pre-greet", "export const handler = async () => 1;");
    const { preGreet } = bundleFunctions({
      preGreet: { role: "trigger", description: "Greets", folder: "triggers/pre-greet" },
    });
    assert.equal(path.basename(preGreet!), "preGreet");
    assert.match(
      readFileSync(path.join(preGreet!, "handler.js.map"), "utf8"),
      /functions\/triggers\/pre-greet\/handler\.ts/,
    );
  });

  it("are left alone when nothing changed", () => {
    write("greet", "export const handler = async () => 1;");
    const file = path.join(bundleFunctions(declared("greet")).greet!, "handler.js");
    const before = statSync(file).ino;
    bundleFunctions(declared("greet"));
    assert.equal(statSync(file).ino, before);
    write("greet", "export const handler = async () => 2;");
    bundleFunctions(declared("greet"));
    assert.match(readFileSync(file, "utf8"), /2/);
  });

  it("leave out what the Lambda runtime ships", () => {
    write("store", 'import { X } from "@aws-sdk/client-x"; export const handler = () => new X();');
    assert.match(
      readFileSync(path.join(bundleFunctions(declared("store")).store!, "handler.js"), "utf8"),
      /require\("@aws-sdk\/client-x"\)/,
    );
  });

  for (const { why, sources, names, message } of [
    {
      why: "a handler that is missing",
      sources: {},
      names: ["ship", "pack"],
      message:
        "The functions cannot be bundled:\n" +
        "  - functions/ship/handler.ts was not found; write it, or take the function out of infra/catalogue/functions.ts\n" +
        "  - functions/pack/handler.ts was not found; write it, or take the function out of infra/catalogue/functions.ts",
    },
    {
      why: "a syntax error, with its place",
      sources: { ship: "export const handler = (;" },
      names: ["ship"],
      message: 'The functions cannot be bundled:\n  - functions/ship/handler.ts:1:25: Unexpected ";"',
    },
    {
      why: "an import of nothing",
      sources: { ship: 'import "./gone";' },
      names: ["ship"],
      message: 'The functions cannot be bundled:\n  - functions/ship/handler.ts:1:8: Could not resolve "./gone"',
    },
  ])
    it(`refuse ${why}`, () => {
      for (const [name, source] of Object.entries(sources)) write(name, source);
      assert.throws(() => bundleFunctions(declared(...names)), { message });
    });
});
