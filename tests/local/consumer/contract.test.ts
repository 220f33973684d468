import assert from "node:assert/strict";
import { contractVersion } from "../../../infra/outputs/contract";
import { local } from "../../support/project";
import { Teams } from "./consumer";

const [major = 0] = contractVersion.split(".").map(Number);

/** Reads one text, one list and one output that only some stacks have. */
const reader = `
import * as pulumi from "@pulumi/pulumi";
import { platform } from "./platform";
export = async () => {
  const { region, scopes, dashboardUrl } = await platform(new pulumi.Config().require("platform"));
  return { region, scopes, hasDashboard: dashboardUrl !== undefined };
};
`;
const good = { contractVersion, region: "eu-west-1", scopes: ["orders/read"] };

describe("a program that reads the platform's outputs", () => {
  let teams: Teams;
  before(() => {
    teams = new Teams().program(reader);
  });
  after(() => teams.remove());

  it("is told which stack is missing, where it was looked for, and what to do", async () => {
    const { status, stderr } = await teams.up();
    assert.equal(status, 2);
    assert.match(stderr, /^error: unknown stack "organization\/gatehouse\/dev"/);
    assert.match(stderr, /this folder or those around it; bring it up first, with `npm run local -- up --stack dev/);
    assert.match(stderr, /--reference organization\/gatehouse\/dev=<folder of gatehouse>/);
    assert.equal(stderr.trim().split("\n").length, 1, stderr);
  });

  for (const { why, outputs, says } of [
    {
      why: "that a stack is none of the platform's",
      outputs: { region: "eu-west-1" },
      says: /exports no contractVersion; expected a stack of the platform/,
    },
    {
      why: "to copy its helper anew for a newer major contract",
      outputs: { ...good, contractVersion: `${major + 1}.0` },
      says: new RegExp(`exports contract ${major + 1}\\.0; expected ${major}\\.x, .*: copy platform.ts`),
    },
    {
      why: "to ask for a newer platform for an older major contract",
      outputs: { ...good, contractVersion: `${major - 1}.9` },
      says: new RegExp(`exports contract ${major - 1}\\.9; expected ${major}\\.x, .*: ask the platform's team`),
    },
    {
      why: "which output is missing that it uses",
      outputs: { contractVersion, scopes: ["orders/read"] },
      says: /exports no region, which is in contract .*: ask the platform's team/,
    },
    {
      why: "which output has another type",
      outputs: { ...good, scopes: "orders/read" },
      says: /exports a scopes that is no list/,
    },
  ])
    it(`is told ${why}, in one line, with status 2`, async () => {
      const { status, stderr } = await teams.keep(".", outputs).up();
      assert.match(stderr, says);
      assert.equal(stderr.trim().split("\n").length, 1, stderr);
      assert.equal(status, 2);
    });

  it("takes a newer minor contract, and misses nothing that it does not use", async () => {
    const { status, stderr } = await teams.keep(".", { ...good, contractVersion: `${major}.99` }).up();
    assert.equal(status, 0, stderr);
    const { stdout } = await local("output", "--json", "--cwd", teams.consumer);
    assert.deepEqual(JSON.parse(stdout), { region: "eu-west-1", scopes: ["orders/read"], hasDashboard: false });
  });

  it("finds the platform elsewhere by --reference, and there alone", async () => {
    teams.keep(".", { contractVersion: "0.0" }).keep("elsewhere", { ...good, region: "eu-north-1" });
    const { status, stderr } = await teams.up("--reference", "organization/gatehouse/dev=../../elsewhere");
    assert.equal(status, 0, stderr);
    const { stdout } = await local("output", "region", "--cwd", teams.consumer);
    assert.equal(stdout, "eu-north-1\n");
  });
});
