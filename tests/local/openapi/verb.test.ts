import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { parseAllDocuments } from "yaml";
import { understand } from "../../../local/cli/arguments";
import { openapi } from "../../../local/cli/openapi";
import type { Terminal } from "../../../local/cli/terminal";
import { documentOf } from "../../support/documents";
import { local, Project } from "../../support/project";

/** What the verb prints. */
async function print(line: string, directory = process.cwd()): Promise<string> {
  const printed: string[] = [];
  const understood = understand(["openapi", ...line.split(" ")], directory);
  if (understood.kind !== "run") throw new Error(understood.kind === "wrong" ? understood.message : "help");
  assert.equal(
    await openapi(understood.command, { print: (text: string) => printed.push(text) } as unknown as Terminal),
    0,
  );
  return printed.join("\n");
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
const both = { rest: documentOf("rest", "prod"), http: documentOf("http", "prod") };

describe("npm run local -- openapi", () => {
  let project: Project;
  beforeEach(() => {
    project = new Project();
  });
  afterEach(() => project.remove());

  it("prints every API's document as YAML, one after the other, and nothing else", async () => {
    const { status, stdout, stderr } = await local("openapi", "--stack", "prod");
    assert.deepEqual([status, stderr], [0, ""]);
    assert.deepEqual(
      parseAllDocuments(stdout).map((document) => document.toJS()),
      plain([both.rest, both.http]),
    );
  });

  it("prints them as JSON by name, or the one that was asked for", async () => {
    assert.deepEqual(JSON.parse(await print("--stack prod --json")), plain(both));
    assert.deepEqual(JSON.parse(await print("--stack prod --json --api http")), plain(both.http));
    const [only, ...others] = parseAllDocuments(await print("--stack prod --yaml --api rest"));
    assert.deepEqual([only!.toJS(), others], [plain(both.rest), []]);
  });

  it("reads another configuration file", async () => {
    project.change("Pulumi.dev.yaml", "stageName: v1", "stageName: v9");
    const text = await print(`--stack prod --api rest --cwd ${project.folder} --config-file Pulumi.dev.yaml`);
    assert.match(text, /execute-api\.eu-west-1\.amazonaws\.com\/v9/);
  });

  for (const { why, line = "--stack dev", change, message } of [
    { why: "an API that there is not", line: "--stack dev --api htp", message: "--api is htp; did you mean http?" },
    {
      why: "two formats at once",
      line: "--stack dev --json --yaml",
      message: "--json and --yaml are two formats; give one of them",
    },
    {
      why: "a project that makes no documents",
      change: (one: Project) => one.change("package.json", '"documents"', '"papers"'),
      message:
        "this project makes no API documents: its package.json has no gatehouse.documents; expected the file of a module that exports documents",
    },
    {
      why: "a project without package.json",
      change: (one: Project) => one.delete("package.json"),
      message: /^this project makes no API documents/,
    },
    {
      why: "a package.json that is no JSON",
      change: (one: Project) => one.write("package.json", "{"),
      message: /^package\.json is not JSON: /,
    },
    {
      why: "a module that is not there",
      change: (one: Project) => one.change("package.json", "infra/documents/index.ts", "papers.ts"),
      message: "papers.ts was not found; package.json names it as gatehouse.documents",
    },
    {
      why: "a module that exports something else",
      change: (one: Project) =>
        one
          .change("package.json", "infra/documents/index.ts", "papers.ts")
          .write("papers.ts", "export const papers = 1;"),
      message: "papers.ts exports no function documents; package.json names it as gatehouse.documents",
    },
    {
      why: "settings that are at fault, all of them",
      change: (one: Project) =>
        one
          .change("Pulumi.dev.yaml", "burst: 100", "burst: many")
          .change("Pulumi.dev.yaml", "allowLocalhost: true", "allowLocalhost: maybe"),
      message: /^Pulumi\.dev\.yaml cannot be used:\n(?=[\s\S]*burst)(?=[\s\S]*allowLocalhost)/,
    },
  ])
    it(`says in words what to do about ${why}`, async () => {
      change?.(project);
      await assert.rejects(print(`${line} --cwd ${project.folder}`), { message });
    });

  it("says what is wrong without a stack trace, with status 2", async () => {
    project.change("package.json", '"documents"', '"papers"');
    const { status, stdout, stderr } = await local("openapi", "--stack", "dev", "--cwd", project.folder);
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, /^error: this project makes no API documents[^\n]*\n$/);
  });

  it("wants a region, from the stack or the environment", async () => {
    project.change("Pulumi.dev.yaml", "  aws:region: eu-west-1\n", "");
    const { AWS_REGION: before } = process.env;
    try {
      delete process.env.AWS_REGION;
      await assert.rejects(print(`--stack dev --cwd ${project.folder}`), {
        message: /aws:region is missing; expected/,
      });
      process.env.AWS_REGION = "eu-central-1";
      assert.match(await print(`--stack dev --cwd ${project.folder}`), /execute-api\.eu-central-1/);
    } finally {
      if (before === undefined) delete process.env.AWS_REGION;
      else process.env.AWS_REGION = before;
    }
  });

  it("needs nothing of Pulumi", () => {
    const source =
      'require("./tests/support/register.js"); require("./infra/documents"); console.log(Object.keys(require.cache).filter((file) => file.includes("@pulumi")).length)';
    const { stdout, stderr } = spawnSync(process.execPath, ["-e", source], { encoding: "utf8" });
    assert.equal(stdout, "0\n", stderr);
  });
});
