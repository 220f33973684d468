import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EngineOptions } from "../../../local/engine/contract";
import { type Recording, run, runAll } from "../../support/engine/run";

const programs = join(__dirname, "../engine/programs/policed");
const sample = join(__dirname, "packs/sample");

describe("a policy pack's configuration", () => {
  let folder: string;
  let runs: Readonly<Record<string, Recording>>;

  const judged = (config: string | undefined, options: Partial<EngineOptions> = {}) => {
    const file = join(folder, `${Math.random()}.json`);
    if (config !== undefined) writeFileSync(file, config);
    return run("policed", {
      policyPacks: [sample],
      configFile: join(programs, "Pulumi.any.yaml"),
      ...(config !== undefined && { policyPackConfigs: [file] }),
      ...options,
    });
  };

  before(async function () {
    this.timeout(60_000);
    folder = mkdtempSync(join(tmpdir(), "pack-configuration-"));
    runs = await runAll({
      none: () => judged(undefined),
      own: () => judged(undefined, { stack: "own" }),
      given: () => judged('{"kind": "disabled"}', { stack: "own" }),
      mandatory: () => judged('{"kind": {"enforcementLevel": "mandatory"}}'),
      settings: () => judged('{"kind": {"kind": "PRIVATE"}}'),
      all: () => judged('{"all": "disabled"}'),
      allButOne: () => judged('{"all": "disabled", "kind": "mandatory"}'),
      remediate: () => judged('{"kind": {"enforcementLevel": "remediate", "kind": "PRIVATE"}}', { mode: "up" }),
      empty: () => judged(" \n"),
      faulty: () => judged('{"kind": {"kind": "GLOBAL", "max": 1.5, "mx": 1}, "kid": "advisory"}', { mode: "up" }),
    });
  });
  after(() => rmSync(folder, { recursive: true }));

  const told = ({ violations }: Recording) =>
    violations.map(({ policy, level, message }) => `${policy} ${level}: ${message.split("\n").slice(1).join("; ")}`);
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
    {
      why: "lets a policy remediate, which says what it changed, and finds nothing wrong afterwards",
      of: "remediate",
      status: "ok",
      tells: twice('kind remediate: kind: "REGIONAL" became "PRIVATE"'),
    },
  ])
    it(why, () => {
      const found = runs[of]!;
      assert.deepEqual(told(found), tells, found.lines.join("\n"));
      assert.equal(found.status, status);
    });

  it("lets a remediation reach what is made", () =>
    assert.equal(runs.remediate!.resource("first").outputs.kind, "PRIVATE"));

  it("is refused with all its faults at once, and nothing is made", () => {
    const { status, lines, changes, violations } = runs.faulty!;
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
      const { status, lines, policies } = await judged(config, options);
      assert.equal(status, "failed");
      assert.match(lines.join("\n"), says);
      assert.deepEqual([lines.length, policies], [1, []], "nothing was started that could speak");
    });

  it("is refused where there is not one for each pack", async () => {
    const { status, lines } = await judged("{}", { policyPacks: [sample, sample] });
    assert.equal(status, "failed");
    assert.match(lines.join("\n"), /found 1 policy pack configurations for 2 policy packs; expected one for each/);
  });
});
