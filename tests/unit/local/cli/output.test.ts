import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Command, understand } from "../../../../local/cli/arguments";
import { output, renderOutputs } from "../../../../local/cli/output";
import { saveState } from "../../../../local/cli/saved-stack";
import { terminal } from "../../../../local/cli/terminal";
import { secret } from "../../../../local/engine/values";

const outputs = { url: "https://a.example/b?c=d e", count: 3, scopes: ["a/read", "it's"] };

describe("outputs, as pulumi stack output prints them,", () => {
  for (const { why, form, name, lines } of [
    {
      why: "are a table for people, sorted by name",
      form: "text",
      lines: [
        "Current stack outputs (3):",
        "    OUTPUT  VALUE",
        "    count   3",
        '    scopes  ["a/read","it\'s"]',
        "    url     https://a.example/b?c=d e",
      ],
    },
    { why: "are a bare text where one is asked for", form: "text", name: "url", lines: ["https://a.example/b?c=d e"] },
    { why: "are JSON where one is no text", form: "text", name: "scopes", lines: ['["a/read","it\'s"]'] },
    { why: "are JSON with --json, one too", form: "json", name: "url", lines: ['"https://a.example/b?c=d e"'] },
    {
      why: "are assignments with --shell, quoted where a shell would read more than one word",
      form: "shell",
      lines: ["count=3", `scopes='["a/read","it'\\''s"]'`, "url='https://a.example/b?c=d e'"],
    },
    { why: "are one assignment where one is asked for", form: "shell", name: "count", lines: ["count=3"] },
  ] as const)
    it(why, () => assert.deepEqual(renderOutputs(outputs, form, name), lines));

  it("are an object with --json", () =>
    assert.deepEqual(JSON.parse(renderOutputs(outputs, "json").join("\n")), outputs));

  it("are none of a stack without any", () => {
    assert.deepEqual(renderOutputs({}, "text"), [
      "Current stack outputs (0):",
      "    No output values currently in this stack",
    ]);
    assert.throws(() => renderOutputs({}, "json", "url"), { message: "the stack has no output url; it has none" });
  });

  for (const { name, message } of [
    { name: "cuont", message: "the stack has no output cuont; did you mean count?" },
    { name: "issuer", message: "the stack has no output issuer; it has count, scopes, url" },
  ])
    it(`say what there is where ${name} is asked for`, () =>
      assert.throws(() => renderOutputs(outputs, "text", name), { name: "CommandFault", message }));
});

describe("the verb output", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "output-"));
    saveState(folder, {
      organization: "organization",
      project: "shop",
      stack: "dev",
      programDirectory: folder,
      resources: [],
      outputs: { url: "https://a.example", key: secret("hidden"), nested: { list: [secret("hidden too")] } },
    });
  });
  after(() => rmSync(folder, { recursive: true }));

  const run = async (line: string) => {
    const understood = understand(line.split(" "), folder);
    assert.equal(understood.kind, "run");
    let printed = "";
    const out = {
      write: (text: string) => {
        printed += text;
      },
    };
    await output((understood as { command: Command }).command, terminal(out, { write: () => {} }, {}));
    return printed;
  };

  it("hides secrets, within others too", async () =>
    assert.deepEqual(JSON.parse(await run("output --stack dev --json")), {
      url: "https://a.example",
      key: "[secret]",
      nested: { list: ["[secret]"] },
    }));

  it("hides the one that is asked for", async () => assert.equal(await run("output key -s dev"), "[secret]\n"));

  it("shows secrets where they are asked for", async () => {
    assert.equal(await run("output --stack dev key --show-secrets"), "hidden\n");
    assert.deepEqual(JSON.parse(await run("output --stack dev nested --json --show-secrets")), {
      list: ["hidden too"],
    });
  });

  it("says what to do about a stack that was never brought up", () =>
    assert.rejects(run("output --stack prod"), {
      name: "CommandFault",
      message: "prod was never brought up here; run `npm run local -- up --stack prod --no-serve` first",
    }));
});
