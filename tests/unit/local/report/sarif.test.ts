import assert from "node:assert/strict";
import type { ValidateFunction } from "ajv";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { sarif } from "../../../../local/report/sarif";
import { policy, report, resource, violation } from "./sample";

/** The schema of OASIS as Microsoft's package ships it, in the form of draft 4. */
const schemaFile = "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";

let validate: ValidateFunction;

function schemaFaults(log: unknown): string[] {
  validate(JSON.parse(JSON.stringify(log)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const violated = report({
  status: "violated",
  policies: [
    policy(),
    policy({ name: "off", level: "disabled" }),
    policy({ name: "weak", level: "advisory", severity: "unspecified", fix: "", url: "", tags: [] }),
    policy({ policyPack: "other", name: "else", packVersion: "2.0.0" }),
  ],
  violations: [
    violation("mandatory", "a-policy", "What it holds\nIt does not."),
    violation("advisory", "weak", "Hm", "health"),
    { ...violation("remediate", "else", "Done"), policyPack: "other", urn: "urn:pulumi:dev::shop::a:b:C::gone" },
  ],
});
const failed = report({
  stack: "prod",
  status: "failed",
  policies: [],
  diagnostics: [
    { severity: "info", message: "hello" },
    { severity: "error", message: "out of tea" },
  ],
});

describe("a SARIF log", () => {
  before(() => {
    // The schema has a pattern that only the older kind of regular expression takes.
    const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
    addFormats(ajv);
    validate = ajv.compile(require(schemaFile));
  });

  for (const [why, log] of [
    ["of violations", sarif([violated])],
    ["of several stacks", sarif([report(), violated, failed])],
    ["of nothing", sarif([])],
  ] as const)
    it(`${why} passes the official schema`, () => assert.deepEqual(schemaFaults(log), []));

  it("that is broken does not pass the schema, so the test above can fail", () => {
    const log = JSON.parse(JSON.stringify(sarif([violated])));
    log.runs[0].results[0].level = "fatal";
    delete log.runs[0].tool.driver.name;
    assert.ok(schemaFaults(log).length >= 2);
  });

  const [own, other] = sarif([violated]).runs;

  it("has a run for each pack of a stack, which later uploads replace", () => {
    assert.deepEqual(
      [own, other].map((run) => [run!.tool.driver.name, run!.tool.driver.version, run!.automationDetails.id]),
      [
        ["pack", "1.2.3", "pack/dev/"],
        ["other", "2.0.0", "other/dev/"],
      ],
    );
  });

  it("has a rule for each policy that is asked, with the pack's own words", () => {
    assert.deepEqual(own!.tool.driver.rules[0], {
      id: "a-policy",
      shortDescription: { text: "What it holds" },
      fullDescription: { text: "What it holds" },
      help: { text: "What to write" },
      helpUri: "https://docs.aws.amazon.com/a",
      defaultConfiguration: { level: "error" },
      properties: { tags: ["security", "checkov:CKV_1"], "security-severity": "8.0" },
    });
    assert.deepEqual(
      own!.tool.driver.rules.map(({ id }) => id),
      ["a-policy", "weak"],
    );
  });

  it("says of a result the rule, the level, the message, the resource and the line that created it", () => {
    const [first] = own!.results;
    const { partialFingerprints, ...rest } = first!;
    assert.deepEqual(rest, {
      ruleId: "a-policy",
      ruleIndex: 0,
      level: "error",
      message: { text: "What it holds\nIt does not." },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "infra/a%20b.ts", uriBaseId: "%SRCROOT%" },
            region: { startLine: 3 },
          },
          logicalLocations: [
            {
              name: "orders",
              fullyQualifiedName: "urn:pulumi:dev::shop::aws:apigatewayv2/route:Route::orders",
              kind: "resource",
            },
          ],
        },
      ],
    });
  });

  it("grades results as the policies' levels do", () =>
    assert.deepEqual(
      [...own!.results, ...other!.results].map(({ level }) => level),
      ["error", "warning", "note"],
    ));

  const positionOf = (sourcePosition: string | undefined) => {
    const resources = [resource("orders", {}, sourcePosition)];
    const [run] = sarif([report({ resources, violations: [violation("advisory", "a-policy", "x")] })]).runs;
    return run!.results[0]!.locations[0]!.physicalLocation;
  };
  for (const { why, position, found } of [
    { why: "a line and a column", position: "project:///a.ts#14,12", found: { startLine: 14, startColumn: 12 } },
    { why: "a line", position: "project:///a.ts#14", found: { startLine: 14 } },
    { why: "nothing where none is known", position: undefined, found: undefined },
    { why: "nothing within a package", position: "project:///node_modules/x/a.js#1,1", found: undefined },
    { why: "nothing outside the project", position: "project:///../a.ts#1,1", found: undefined },
  ])
    it(`points at ${why}`, () => assert.deepEqual(positionOf(position)?.region, found));

  it("finds the same result again though the line moved, and another one where the message differs", () => {
    const fingerprint = (message: string, line: number) => {
      const resources = [resource("orders", {}, `project:///a.ts#${line}`)];
      const [run] = sarif([report({ resources, violations: [violation("advisory", "a-policy", message)] })]).runs;
      return JSON.stringify(run!.results[0]!.partialFingerprints);
    };
    assert.equal(fingerprint("x", 1), fingerprint("x", 2));
    assert.notEqual(fingerprint("x", 1), fingerprint("y", 1));
  });

  it("says of a stack that failed that it did, and why", () =>
    assert.deepEqual(sarif([failed]).runs[0]!.invocations, [
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: "error", message: { text: "out of tea" } }],
      },
    ]));
});
