import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { operations } from "./cognito";

interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Action: string | readonly string[];
}

const folder = "docs/guides/deploying-role";
const files = readdirSync(folder);
const textOf = (file: string) => readFileSync(`${folder}/${file}`, "utf8");
const statements = files.flatMap((file) => (JSON.parse(textOf(file)) as { Statement: Statement[] }).Statement);
const actions = statements.flatMap(({ Action }) => Action);

/** Which service makes the resources of a module, where it is not called as the module is. */
const serviceOf: Readonly<Record<string, string>> = {
  apigatewayv2: "apigateway",
  cognito: "cognito-idp",
  lb: "elasticloadbalancing",
  vpc: "ec2",
};

/** Log groups and metric filters are another service's than alarms. */
const serviceOfType = ([, module = "", name = ""]: readonly string[]) =>
  module === "cloudwatch" && name.startsWith("log") ? "logs" : (serviceOf[module] ?? module);

const typesOf = (stack: string) =>
  (JSON.parse(readFileSync(`tests/golden/${stack}.json`, "utf8")) as { type: string }[]).map(({ type }) => type);

describe("the deploying role's policies", () => {
  it("allow something of every service that a stack has resources of", () => {
    const types = [...new Set(["dev", "prod"].flatMap(typesOf))].filter((type) => /^awsx?:/.test(type));
    const services = types.map((type) => serviceOfType(type.split(/[:/]/)));
    assert.ok(types.length > 30);
    const allowed = new Set(actions.map((action) => action.split(":")[0]));
    assert.deepEqual(
      [...new Set(services)].filter((service) => !allowed.has(service)),
      [],
    );
  });

  it("allow, and name each action once and in full form", () => {
    assert.deepEqual(
      statements.filter(({ Effect }) => Effect !== "Allow"),
      [],
    );
    assert.deepEqual(
      actions.filter((action) => !/^[a-z0-9-]+:[A-Za-z0-9*]+$/.test(action)),
      [],
    );
    assert.equal(new Set(actions).size, actions.length);
  });

  it("give no service away whole", () =>
    assert.deepEqual(
      actions.filter((action) => action.endsWith(":*")),
      [],
    ));

  it("name operations of Cognito that there are, and none that reads or changes people", () => {
    const patterns = actions.flatMap((action) => /^cognito-idp:(.+)$/.exec(action)?.[1] ?? []);
    const matching = (pattern: string) => {
      const whole = new RegExp(`^${pattern.replaceAll("*", ".*")}$`);
      return operations.filter((operation) => whole.test(operation));
    };
    // Web ACLs are joined to pools by operations of WAF, for which Cognito has actions without operations.
    assert.deepEqual(
      patterns.filter((pattern) => !pattern.includes("WebACL") && matching(pattern).length === 0),
      [],
    );
    const people = /^Admin|User(?!Pool)|Auth|Password|SignUp|Devices?$|UserImport/;
    assert.deepEqual(
      patterns.flatMap(matching).filter((operation) => people.test(operation)),
      [],
    );
  });

  for (const file of files)
    it(`${file} is short enough for a managed policy`, () =>
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: white space does not count
      assert.ok(textOf(file).replaceAll(/\s/g, "").length <= 6144));
});
