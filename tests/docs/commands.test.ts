import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { isVerb } from "../../local/cli/verbs";
import { local, type Outcome } from "../support/project";
import { isScript, localArgsOf, scriptRunOf } from "./npm-scripts";
import { readPages } from "./pages";
import { commandsOf } from "./shell";

/** Scripts that readers are told to run, and that are not run here. */
const scriptsNotRun: Readonly<Record<string, string>> = {
  test: "it runs this",
  bench: "it measures for minutes",
  golden: "it rewrites files of the project; the golden tests see that they are current",
  docs: "it rewrites files of the project; the golden tests see that they are current",
  types: "npm test runs it",
  preview: "it is the real Pulumi CLI, and wants AWS",
  up: "it is the real Pulumi CLI, and wants AWS",
};

/** Verbs of the local command line that are not run here. */
const verbsNotRun: Readonly<Record<string, string>> = {
  up: "it serves until Ctrl-C, or saves a stack beside a developer's own; tests/local/cli does it in a copy",
  demo: "tests/local/cli runs it",
  check: "tests/golden runs it, and reads what it prints",
  token: "it asks a stack that is served",
  key: "it reads a stack that was brought up",
  output: "it reads a stack that was brought up",
};

const pages = readPages();
const runs = pages
  .flatMap(commandsOf)
  .flatMap((words) => scriptRunOf(words) ?? [])
  .filter(({ args }) => !args.some((arg) => arg.startsWith("<")));

/** As the command line gets them; the same command is run once. */
const commands = [...new Set(runs.map((run) => localArgsOf(run)?.join(" ")).filter((args) => args !== undefined))];
const isRun = (command: string) => !(command.split(" ")[0]! in verbsNotRun);

describe("the commands of the README and the guides", () => {
  let exported: Outcome | undefined;

  it("are run, or it is said why not", () => {
    const others = runs.filter((run) => localArgsOf(run) === undefined).map(({ script }) => script);
    assert.deepEqual(
      others.filter((script) => !(script in scriptsNotRun)),
      [],
    );
  });

  it("are not excused where there are none", () => {
    assert.deepEqual(
      Object.keys(scriptsNotRun).filter((script) => !isScript(script)),
      [],
    );
    assert.deepEqual(
      Object.keys(verbsNotRun).filter((verb) => !isVerb(verb)),
      [],
    );
  });

  for (const command of commands.filter(isRun))
    it(`npm run local -- ${command}`, async () => {
      const outcome = await local(...command.split(" "));
      assert.equal(outcome.status, 0, outcome.stderr);
      assert.notEqual(outcome.stdout, "");
      if (command === "export --stack prod") exported = outcome;
    }).timeout(120_000);

  it("name resources as the program does", () => {
    const urns = pages.flatMap(({ file }) => readFileSync(file, "utf8").match(/urn:pulumi:prod::[^`\s]+/g) ?? []);
    assert.ok(exported, "no page exports prod");
    const { deployment } = JSON.parse(exported.stdout) as { deployment: { resources: { urn: string }[] } };
    const known = new Set(deployment.resources.map(({ urn }) => urn));
    assert.ok(urns.length > 0);
    assert.deepEqual(
      urns.filter((urn) => !known.has(urn)),
      [],
    );
  });
});
