import assert from "node:assert/strict";
import { local, Project } from "../../support/project";

const program = `
import * as aws from "@pulumi/aws";
const dead = new aws.sqs.Queue("dead");
new aws.sqs.Queue("jobs", { redrivePolicy: dead.arn });
new aws.sns.Topic("alone");
`;

describe("plan-time", () => {
  const project = new Project().program(program);
  after(() => project.remove());

  it("finds in a program which resources wait for which, and adds up their times", async () => {
    const { status, stdout, stderr } = await local("plan-time", "--stack", "dev", "--cwd", project.folder, "--json");
    assert.equal(status, 0, stderr);
    const { stack, chain, idealSeconds, sequentialSeconds, unlistedTypes } = JSON.parse(stdout);
    assert.equal(stack, "dev");
    assert.deepEqual(
      chain.map(({ name }: { name: string }) => name),
      ["dead", "jobs"],
    );
    assert.ok(sequentialSeconds > idealSeconds);
    assert.deepEqual(unlistedTypes, ["aws:sns/topic:Topic"]);
  });
});
