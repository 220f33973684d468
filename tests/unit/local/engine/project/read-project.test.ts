import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listStacks, type ProjectSettings, readProject } from "../../../../../local/engine/project";

const minimal = "name: shop\nruntime: nodejs\n";

function inProject<T>(files: Readonly<Record<string, string>>, use: (directory: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), "project-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
    return use(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const read = (project: string, stack: string, environment = {}): ProjectSettings =>
  inProject({ "Pulumi.yaml": project, "Pulumi.dev.yaml": stack }, (directory) =>
    readProject(directory, "dev", undefined, environment),
  );

const faultsOf = (files: Readonly<Record<string, string>>, stack = "dev", environment = {}): string[] =>
  inProject(files, (directory) => {
    try {
      readProject(directory, stack, undefined, environment);
      return [];
    } catch (error) {
      return (error as Error).message.split("\n");
    }
  });

describe("readProject", () => {
  describe("hands configuration on as the text that Pulumi hands on", () => {
    for (const [why, written, text] of [
      ["text as it is", "hello", "hello"],
      ["a whole number", "3", "3"],
      ["a fraction without use is dropped, as Go drops it", "3.0", "3"],
      ["a fraction", "3.25", "3.25"],
      ["quoted digits stay as written", '"3.0"', "3.0"],
      ["more digits than a double holds", "12345678901234567890", "12345678901234567890"],
      ["a leading zero is octal to Go's YAML parser", "0755", "493"],
      ["digits that cannot be octal", "0189", "189"],
      ["a boolean", "true", "true"],
      ["yes is text", "yes", "yes"],
      ["a bare date becomes Go's time", "2026-01-02", "2026-01-02 00:00:00 +0000 UTC"],
      ["a list is JSON", "[a, 1, false]", '["a",1,false]'],
      [
        "an object is JSON with its keys in order",
        "{ b: 1, a: { d: 12345678901234567890, c: x } }",
        '{"a":{"c":"x","d":12345678901234567890},"b":1}',
      ],
      ["JSON is escaped as Go escapes it", '{ a: "<&>" }', '{"a":"\\u003c\\u0026\\u003e"}'],
      ["an anchor is followed", "{ a: &x [1], b: *x }", '{"a":[1],"b":[1]}'],
    ] as const) {
      it(why, () => assert.equal(read(minimal, `config:\n  shop:key: ${written}\n`).config["shop:key"], text));
    }
  });

  describe("finds the namespace of a key", () => {
    for (const [why, written, key] of [
      ["the project's own, when none is given", "mfa", "shop:mfa"],
      ["another's", "aws:region", "aws:region"],
      ["in the old long form", "aws:config:region", "aws:region"],
    ] as const) {
      it(why, () => assert.deepEqual(read(minimal, `config:\n  ${written}: x\n`).config, { [key]: "x" }));
    }
  });

  describe("merges what Pulumi.yaml declares", () => {
    for (const [why, declared, stack, expected] of [
      ["a short default", "mfa: ON", "", { "shop:mfa": "ON" }],
      ["a long default", "mfa: { type: string, default: ON }", "", { "shop:mfa": "ON" }],
      ["a short value of another namespace", "aws:region: eu-west-1", "", { "aws:region": "eu-west-1" }],
      ["a long value of another namespace", "aws:region: { value: eu-west-1 }", "", { "aws:region": "eu-west-1" }],
      ["a key with the project's namespace", "shop:mfa: ON", "", { "shop:mfa": "ON" }],
      ["a list", "urls: [a, b]", "", { "shop:urls": '["a","b"]' }],
      ["the stack wins", "mfa: ON", "mfa: OFF", { "shop:mfa": "OFF" }],
      ["a stack's list is not joined to the default", "urls: [a]", "urls: [b]", { "shop:urls": '["b"]' }],
      ["whole numbers may be text", "n: { type: integer }", 'n: "5"', { "shop:n": "5" }],
      [
        "lists of lists are checked to the bottom",
        "n: { type: array, items: { type: array, items: { type: integer } } }",
        "n: [[1], [2]]",
        { "shop:n": "[[1],[2]]" },
      ],
    ] as const) {
      it(why, () => {
        const { config } = read(`${minimal}config:\n  ${declared}\n`, stack && `config:\n  ${stack}\n`);
        assert.deepEqual(config, expected);
      });
    }
  });

  it("reads what the engine needs to start the program", () => {
    const { name, main, runtime, stack } = read(
      "name: shop\nmain: infra\nruntime: { name: nodejs, options: { typescript: false, nodeargs: --trace, n: 3 } }\n",
      "encryptionsalt: v1:a:v1:b:c\nsecretsprovider: passphrase\ncustom: kept by Pulumi\n",
    );
    assert.deepEqual(
      { name, main, runtime, stack },
      {
        name: "shop",
        main: "infra",
        runtime: { name: "nodejs", options: { typescript: false, nodeargs: "--trace", n: 3 } },
        stack: "dev",
      },
    );
  });

  it("lists stacks by their files, wherever the project keeps them", () => {
    inProject({ "Pulumi.yaml": minimal, "Pulumi.prod.yaml": "", "Pulumi.dev.yaml": "", "Pulumi.md": "" }, (directory) =>
      assert.deepEqual(listStacks(directory), ["dev", "prod"]),
    );
  });

  it("reads another file in place of the stack's", () => {
    inProject({ "Pulumi.yaml": minimal, "other.yaml": "config: { a: b }" }, (directory) =>
      assert.deepEqual(readProject(directory, "dev", join(directory, "other.yaml")).config, { "shop:a": "b" }),
    );
  });
});

describe("readProject refuses", () => {
  for (const [why, project, stack, expected] of [
    [
      "a runtime that does not run here",
      "name: shop\nruntime: python\n",
      "",
      'runtime is "python"; expected nodejs, the only runtime that runs locally',
    ],
    ["a project without a name", "runtime: nodejs\n", "", "name is missing; expected the project's name"],
    [
      "a declared key without any value",
      `${minimal}config: { n: { type: integer } }\n`,
      "",
      "config.shop:n is missing; Pulumi.yaml declares it as integer without a default",
    ],
    [
      "text where a number is declared",
      `${minimal}config: { n: { type: integer } }\n`,
      "config: { n: many }",
      'config.shop:n is "many"; Pulumi.yaml declares it as integer',
    ],
    [
      "a wrong item of a list",
      `${minimal}config: { n: { type: array, items: { type: boolean } } }\n`,
      "config: { n: [true, 1] }",
      "config.shop:n is [true,1]; Pulumi.yaml declares it as array<boolean>",
    ],
    [
      "a list without a type of items",
      `${minimal}config: { n: { type: array } }\n`,
      "config: { n: [] }",
      "config.n.type is array without items; expected items: { type: ... }",
    ],
    [
      "a default of the wrong type",
      `${minimal}config: { n: { type: integer, default: x } }\n`,
      "config: { n: 1 }",
      'config.n.default is "x"; expected integer',
    ],
    [
      "a type that does not exist",
      `${minimal}config: { n: { type: number, default: 1 } }\n`,
      "",
      'config.n.type is "number"; expected one of string, integer, boolean, array, object',
    ],
    [
      "a type for another namespace",
      `${minimal}config: { "aws:region": { type: string, value: x } }\n`,
      "",
      "config.aws:region has a type, but belongs to another namespace; only the project's own keys have types",
    ],
    [
      "a default for another namespace",
      `${minimal}config: { "aws:region": { default: x } }\n`,
      "",
      "config.aws:region has a default, but belongs to another namespace; write value instead",
    ],
    [
      "an attribute that is misspelt",
      `${minimal}config: { n: { typ: string, default: x } }\n`,
      "",
      "config.n.typ is not an attribute; did you mean type?",
    ],
    [
      "plain text where a secret is declared",
      `${minimal}config: { n: { type: string, secret: true } }\n`,
      "config: { n: x }",
      "config.shop:n is plain text, but Pulumi.yaml declares it secret; set it with `pulumi config set --secret`",
    ],
    [
      "a key that is none",
      minimal,
      'config: { "a:b:c": 1 }',
      "config.a:b:c is no configuration key; expected <namespace>:<name>",
    ],
    [
      "a key given twice in two forms",
      minimal,
      'config: { "shop:a": 1, a: 2 }',
      "config.a is given twice, once as shop:a; keep one",
    ],
    ["a section that is misspelt", minimal, "confg: {}", "confg is not a setting; did you mean config?"],
    [
      "an environment that cannot be opened",
      minimal,
      "environment: [x]",
      "environment names Pulumi ESC environments, which cannot be opened here; give their values in --config-file",
    ],
    [
      "a secret that is not text",
      minimal,
      "config: { a: { b: { secure: 1 } } }",
      "config.a.b.secure is not text; expected what `pulumi config set --secret` wrote",
    ],
    ["a stack file that holds a list", minimal, "- a", "it holds no settings; expected a map with config"],
    ["YAML that does not parse, by line", minimal, "config:\n  a: [1\n  b: 2\n", /^line [34]: /],
  ] as const) {
    it(why, () => {
      const lines = faultsOf({ "Pulumi.yaml": project, "Pulumi.dev.yaml": stack });
      assert.match(lines[0]!, /^Pulumi(\.dev)?\.yaml cannot be used:$/);
      const faults = lines.filter((line) => line.startsWith("  - ")).map((line) => line.slice(4));
      if (typeof expected === "string") assert.ok(faults.includes(expected), lines.join("\n"));
      else assert.match(faults[0]!, expected);
    });
  }

  it("everything at once, file by file", () => {
    assert.deepEqual(
      faultsOf({
        "Pulumi.yaml": "name: shop\nruntime: go\nconfig: { n: { type: x } }\n",
        "Pulumi.dev.yaml": "confg: {}\nenvironment: [e]",
      }),
      [
        "Pulumi.yaml cannot be used:",
        '  - runtime is "go"; expected nodejs, the only runtime that runs locally',
        '  - config.n.type is "x"; expected one of string, integer, boolean, array, object',
        "Pulumi.dev.yaml cannot be used:",
        "  - confg is not a setting; did you mean config?",
        "  - environment names Pulumi ESC environments, which cannot be opened here; give their values in --config-file",
        "  - config.shop:n is missing; Pulumi.yaml declares it without a default",
      ],
    );
  });

  it("a stack without a file, and says which stacks there are", () => {
    const files = { "Pulumi.yaml": minimal, "Pulumi.dev.yaml": "", "Pulumi.staging.yaml": "" };
    const [head, fault] = faultsOf(files, "stagng");
    assert.equal(head, "Pulumi.stagng.yaml cannot be used:");
    assert.match(fault!, /it was not found in .*; stacks here: dev, staging; did you mean staging\?$/);
  });

  it("a folder without a project", () => {
    assert.match(faultsOf({}).join("\n"), /^Pulumi\.yaml cannot be used:\n {2}- it was not found in /);
  });

  it("a stack's name that leads out of the folder", () => {
    assert.match(faultsOf({ "Pulumi.yaml": minimal }, "../x").join("\n"), /"\.\.\/x" is no stack's name/);
  });
});
