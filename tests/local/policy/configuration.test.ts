import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EngineOptions } from "../../../local/engine/contract";
import { readExport } from "../../../local/engine/policy/exported-stack";
import { type Judgement, judge } from "../../../local/engine/policy/judge";
import { type Recording, run } from "../../support/engine/run";

const programs = join(__dirname, "../engine/programs/policed");
const sample = join(__dirname, "packs/sample");

/** Two APIs of the kind REGIONAL, as a stack's export has them. */
const stackOf = (stack: string) =>
  readExport(
    JSON.stringify({
      version: 3,
      deployment: {
        resources: ["first", "second"].map((name) => ({
          urn: `urn:pulumi:${stack}::policed::toy:web/api:Api::${name}`,
          type: "toy:web/api:Api",
          custom: true,
          id: name,
          inputs: { kind: "REGIONAL" },
          outputs: { kind: "REGIONAL" },
        })),
      },
    }),
  ).state;

describe("a policy pack's configuration", () => {
  let folder: string;
  let runs: Readonly<Record<string, Judgement>>;
  let made: Recording;
  let faulty: Recording;

  const given = (config: string | undefined): Pick<EngineOptions, "policyPackConfigs"> => {
    if (config === undefined) return {};
    const file = join(folder, `${Math.random()}.json`);
    writeFileSync(file, config);
    return { policyPackConfigs: [file] };
  };
  /** Judges the two APIs without a program. */
  const judged = (
    config: string | undefined,
    { stack = "dev", ...options }: { stack?: string } & Partial<EngineOptions> = {},
  ) => judge({ state: stackOf(stack), directory: programs, policyPacks: [sample], ...given(config), ...options });
  /** Makes the two APIs with a program. */
  const up = (config: string) =>
    run("policed", {
      policyPacks: [sample],
      configFile: join(programs, "Pulumi.any.yaml"),
      mode: "up",
      ...given(config),
    });
  const remediated = '{"kind": {"enforcementLevel": "remediate", "kind": "PRIVATE"}}';

  before(async function () {
    this.timeout(60_000);
    folder = mkdtempSync(join(tmpdir(), "pack-configuration-"));
    runs = {
      none: await judged(undefined),
      own: await judged(undefined, { stack: "own" }),
      given: await judged('{"kind": "disabled"}', { stack: "own" }),
      mandatory: await judged('{"kind": {"enforcementLevel": "mandatory"}}'),
      settings: await judged('{"kind": {"kind": "PRIVATE"}}'),
      all: await judged('{"all": "disabled"}'),
      allButOne: await judged('{"all": "disabled", "kind": "mandatory"}'),
      empty: await judged(" \n"),
    };
    made = await up(remediated);
    faulty = await up('{"kind": {"kind": "GLOBAL", "max": 1.5, "mx": 1}, "kid": "advisory"}');
  });
  after(() => rmSync(folder, { recursive: true }));

  const told = ({ violations }: Pick<Judgement, "violations">) =>
    violations.map(({ policy, level, message }) => `${policy} ${level}: ${message.split("\n").slice(1).join("; ")}`);
  const linesOf = ({ diagnostics }: Judgement) => diagnostics.map(({ message }) => message);
  const twice = (line: string) => [line, line];

  for (const { why, of, status, tells } of [
    {
      why: "may be missing: the pack's own levels and defaults hold",
      of: "none",
      status: "ok",
      tells: twice("kind advisory: kind is not EDGE"),
    },
    {
      why: "is the pack's file for the stack, where it has one",
      of: "own",
      status: "violated",
      tells: twice("kind mandatory: kind is not PRIVATE"),
    },
    { why: "given by hand replaces the pack's file", of: "given", status: "ok", tells: [] },
    {
      why: "raises a level",
      of: "mandatory",
      status: "violated",
      tells: twice("kind mandatory: kind is not EDGE"),
    },
    {
      why: "sets values and leaves the level",
      of: "settings",
      status: "ok",
      tells: twice("kind advisory: kind is not PRIVATE"),
    },
    { why: "is about all policies", of: "all", status: "ok", tells: [] },
    {
      why: "is about one policy rather than about all",
      of: "allButOne",
      status: "violated",
      tells: twice("kind mandatory: kind is not EDGE"),
    },
    {
      why: "may be an empty file",
      of: "empty",
      status: "ok",
      tells: twice("kind advisory: kind is not EDGE"),
    },
  ])
    it(why, () => {
      const found = runs[of]!;
      assert.deepEqual(told(found), tells, linesOf(found).join("\n"));
      assert.equal(found.status, status);
    });

  it("lets a policy remediate, which says what it changed, and finds nothing wrong with what is made", () => {
    assert.deepEqual(told(made), twice('kind remediate: kind: "REGIONAL" became "PRIVATE"'));
    assert.equal(made.resource("first").outputs.kind, "PRIVATE");
    assert.equal(made.status, "ok");
  });

  it("is refused with all its faults at once, and nothing is made", () => {
    const { status, lines, changes, violations } = faulty;
    assert.deepEqual([status, changes.create, violations], ["failed", 0, []]);
    const [message = ""] = lines.filter((line) => line.includes("cannot be used"));
    for (const fault of [
      /\.json cannot be used:\n/,
      /- kid is no policy of the pack; did you mean kind\?/,
      /- kind\.mx is not a setting; did you mean max\?/,
      /- kind\.kind is "GLOBAL"; expected one of "EDGE", "PRIVATE"/,
      /- kind\.max is 1\.5; expected a whole number/,
    ])
      assert.match(message, fault);
  });

  it("says in the result which policies were asked, at which level", () =>
    assert.deepEqual(runs.mandatory!.policies[0], {
      policyPack: "sample",
      packVersion: "1.2.3",
      name: "kind",
      level: "mandatory",
      severity: "high",
      description: "APIs are of one kind",
      fix: "Set kind.",
      url: "https://example.com/kind",
      tags: ["toy"],
    }));

  for (const { why, config, says } of [
    {
      why: "a file that is not there",
      config: undefined,
      says: /missing\.json cannot be used:\n {2}- it was not found/,
    },
    { why: "text that is not JSON", config: '{"kind": hunter2}', says: /- it is not JSON(?!.*hunter2)/ },
    { why: "a list", config: "[1]", says: /it holds a list of 1; expected an object of policies/ },
    { why: "an unknown level", config: '{"kind": "mandator"}', says: /kind is "mandator"; did you mean mandatory\?/ },
    { why: "a level that is no text", config: '{"kind": 3}', says: /kind is 3; expected a level or an object/ },
    { why: "settings for all", config: '{"all": {"max": 1}}', says: /all\.max is not a setting/ },
    { why: "ESC environments", config: '{"environments": ["a"]}', says: /environments names Pulumi ESC/ },
  ])
    it(`is refused before anything starts: ${why}`, async () => {
      const file = join(folder, "missing.json");
      const options = config === undefined ? { policyPackConfigs: [file] } : {};
      const found = await judged(config, options);
      const { status, policies } = found;
      const lines = linesOf(found);
      assert.equal(status, "failed");
      assert.match(lines.join("\n"), says);
      assert.deepEqual([lines.length, policies], [1, []], "nothing was started that could speak");
    });

  it("is refused where there is not one for each pack", async () => {
    const found = await judged("{}", { policyPacks: [sample, sample] });
    assert.equal(found.status, "failed");
    assert.match(
      linesOf(found).join("\n"),
      /found 1 policy pack configurations for 2 policy packs; expected one for each/,
    );
  });
});
