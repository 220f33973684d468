import assert from "node:assert/strict";
import { duration, renderPlanTime } from "../../../../local/cli/render/plan-time";
import type { Deployment, DeploymentResource } from "../../../../local/engine/deployment";
import { createTime } from "../../../../local/plan-time/create-times";
import { listTasks } from "../../../../local/plan-time/graph";
import { planTime } from "../../../../local/plan-time/plan-time";

const urn = (type: string, name: string) => `urn:pulumi:prod::shop::${type}::${name}`;
const record = "aws:route53/record:Record";
const pool = "aws:cognito/userPool:UserPool";
const domain = "aws:cognito/userPoolDomain:UserPoolDomain";
const stack = urn("pulumi:pulumi:Stack", "shop-prod");

const resource = (type: string, name: string, rest: Partial<DeploymentResource> = {}): DeploymentResource => ({
  urn: urn(type, name),
  custom: true,
  type,
  parent: stack,
  ...rest,
});

const deployment = (...resources: DeploymentResource[]): Deployment => ({
  version: 3,
  deployment: {
    manifest: { time: "", magic: "", version: "" },
    resources: [{ urn: stack, custom: false, type: "pulumi:pulumi:Stack" }, ...resources],
    metadata: {},
  },
});

const loginDomain = (inputs: DeploymentResource["inputs"]) =>
  deployment(
    resource(pool, "pool"),
    resource(record, "proof"),
    resource("shop:identity:Login", "login", { custom: false }),
    resource(domain, "domain", {
      parent: urn("shop:identity:Login", "login"),
      inputs,
      propertyDependencies: { userPoolId: [urn(pool, "pool")], certificateArn: [urn(record, "proof")] },
    }),
    resource("aws:neptune/cluster:Cluster", "graph", { dependencies: [urn(pool, "pool")] }),
  );

describe("the tasks of a deployment", () => {
  it("wait for what their properties, their dependencies and their parents need", () => {
    assert.deepEqual(
      listTasks(loginDomain({})).map(({ name, after }) => [name, after]),
      [
        ["shop-prod", []],
        ["pool", [0]],
        ["proof", [0]],
        ["login", [0]],
        ["domain", [3, 1, 2]],
        ["graph", [0, 1]],
      ],
    );
  });

  it("take no time where nothing is made: stacks, components, providers, and what is only read", () => {
    const tasks = listTasks(
      deployment(
        resource("shop:identity:Login", "login", { custom: false }),
        resource("pulumi:providers:aws", "default"),
        resource(pool, "read", { external: true }),
        resource("awsx:ec2:Vpc", "network", { custom: false, inputs: { natGateways: { strategy: "None" } } }),
      ),
    );
    assert.deepEqual(
      tasks.map(({ name, seconds }) => [name, seconds > 0]),
      [
        ["shop-prod", false],
        ["login", false],
        ["default", false],
        ["read", false],
        ["network", true],
      ],
    );
  });

  it("must stand behind what they wait for", () => {
    const late = deployment(resource(domain, "domain", { dependencies: [urn(pool, "pool")] }), resource(pool, "pool"));
    assert.throws(() => listTasks(late), /::domain waits for .*::pool, which the export has after it/);
  });
});

describe("the time of a plan", () => {
  const plan = planTime(loginDomain({ certificateArn: "arn" }));

  it("is the slowest chain's, where there is no limit", () => {
    assert.deepEqual(
      plan.chain.map(({ name, startSeconds }) => [name, startSeconds]),
      [
        ["proof", 0],
        ["domain", createTime(record, {})!.seconds],
      ],
    );
    assert.equal(
      plan.idealSeconds,
      createTime(record, {})!.seconds + createTime(domain, { certificateArn: "arn" })!.seconds,
    );
    assert.equal(plan.parallelSeconds, plan.idealSeconds);
  });

  it("names the types of which nothing is known, and counts what is made", () => {
    assert.deepEqual(plan.unlistedTypes, ["aws:neptune/cluster:Cluster"]);
    assert.equal(plan.resources, 4);
  });

  it("is longer with a domain of one's own, which is on CloudFront, and with NAT gateways", () => {
    assert.ok(planTime(loginDomain({})).idealSeconds < plan.idealSeconds);
    const network = (natGateways: DeploymentResource[string]) => createTime("awsx:ec2:Vpc", { natGateways })!.seconds;
    assert.ok(network({ strategy: "None" }) < network({ strategy: "Single" }));
  });

  it("is shown with its chain, the origin of each time, and what is only assumed", () => {
    const lines = renderPlanTime("prod", plan, (_, text) => text);
    assert.equal(lines[0], "A first `pulumi up` of prod, 4 resources, by typical times:");
    assert.match(lines[1]!, /^ {2}15 min 40 s +with no limit/);
    assert.match(lines[5]!, /^ {2}at 0 s +for 40 s +aws:route53:Record +proof +https:/);
    assert.match(lines[6]!, /^ {2}at 40 s +for 15 min +aws:cognito:UserPoolDomain +domain +https:/);
    assert.match(lines[8]!, /^1 more type is taken to need 2 s/);
  });
});

describe("a duration", () => {
  for (const [seconds, text] of [
    [0, "0 s"],
    [59, "59 s"],
    [60, "1 min"],
    [3661, "61 min 1 s"],
  ] as const)
    it(`of ${seconds} seconds is ${text}`, () => assert.equal(duration(seconds), text));
});
