import assert from "node:assert/strict";
import { local, type Outcome, Project } from "../../support/project";

const program = `
import * as aws from "@pulumi/aws";
const api = new aws.apigatewayv2.Api("side", { protocolType: "HTTP" });
new aws.apigatewayv2.Route("side-door", { apiId: api.id, routeKey: "GET /side-door" });
`;

/** A program with one open route, told in each format. */
describe("a violation is told", () => {
  const outcomes: Record<string, Outcome> = {};
  let project: Project;
  before(async function () {
    this.timeout(60_000);
    project = new Project().program(program);
    const args = ["--stack", "dev", "--cwd", project.folder, "--policy-pack", "policy", "--format"];
    const told = async (verb: string, format: string) => {
      outcomes[format] = await local(verb, ...args, format);
    };
    await Promise.all([told("check", "sarif"), told("preview", "markdown")]);
    await told("preview", "json");
  });
  after(() => project.remove());

  it("with status 1 in every format", () => {
    for (const [format, { status, stderr }] of Object.entries(outcomes))
      assert.equal(status, 1, `${format}: ${stderr}`);
  });

  it("to code scanning, at the line that created the resource", () => {
    const [run] = JSON.parse(outcomes.sarif!.stdout).runs;
    const [result, ...others] = run.results.filter(
      ({ ruleId }: { ruleId: string }) => ruleId === "http-route-has-authorizer",
    );
    assert.deepEqual([result.level, others], ["error", []]);
    const { physicalLocation, logicalLocations } = result.locations[0];
    assert.deepEqual([physicalLocation.artifactLocation.uri, physicalLocation.region.startLine], ["program.ts", 4]);
    assert.equal(logicalLocations[0].name, "side-door");
    assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
  });

  it("in a pull request, with the route that is open", () => {
    const { stdout } = outcomes.markdown!;
    assert.match(stdout, /^### `dev`: violates a mandatory policy\n/);
    assert.match(stdout, /\| \*\*mandatory\*\* \| `http-route-has-authorizer` \| `side-door` \|/);
    assert.match(stdout, /\nOpen to anyone: `GET \/side-door`; 1 way in altogether\.\n/);
  });

  it("to other machines, as --json has always told it", () => {
    const { stack, mode, status, violations } = JSON.parse(outcomes.json!.stdout);
    assert.deepEqual([stack, mode, status], ["dev", "preview", "violated"]);
    assert.ok(violations.some(({ policy }: { policy: string }) => policy === "http-route-has-authorizer"));
  });
});
