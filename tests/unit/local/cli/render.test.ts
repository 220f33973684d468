import assert from "node:assert/strict";
import { renderJson } from "../../../../local/cli/render/json";
import { renderReports } from "../../../../local/cli/render/report";
import { renderRequest } from "../../../../local/cli/render/request";
import { renderDiagnostic, renderJudgement, renderSummary } from "../../../../local/cli/render/summary";
import { renderTree } from "../../../../local/cli/render/tree";
import { showEntries, showValue } from "../../../../local/cli/render/value";
import { renderViolations } from "../../../../local/cli/render/violations";
import { colourPaint, plainPaint as paint } from "../../../../local/cli/terminal";
import type { EngineResult, Violation } from "../../../../local/engine/contract";
import type { PropertyMap, PropertyValue, ResourceState } from "../../../../local/engine/model";
import { secret, signatureKey, signatures, unknown } from "../../../../local/engine/values";
import type { RequestRecord } from "../../../../local/gateway/contract";
import { reportOf } from "../../../../local/report/report";

const urnOf = (type: string, name: string) => `urn:pulumi:dev::shop::${type}::${name}`;

const resource = (type: string, name: string, parent?: ResourceState, inputs: PropertyMap = {}): ResourceState => ({
  urn: urnOf(type, name),
  type,
  name,
  custom: type.startsWith("aws:"),
  ...(parent && { parent: parent.urn }),
  inputs,
  outputs: {},
  dependencies: [],
  propertyDependencies: {},
});

const stack = resource("pulumi:pulumi:Stack", "shop-dev");
const pool = resource("shop:Pool", "pool", stack);
const resources = [
  stack,
  resource("pulumi:providers:aws", "default_7_48_0"),
  pool,
  resource("aws:cognito/userPool:UserPool", "users", pool, {
    name: "users",
    key: secret("s3cr3t"),
    __defaults: ["name"],
  }),
  resource("aws:sqs/queue:Queue", "jobs", stack, { arn: unknown, tags: { team: "a" } }),
];

describe("a value for people", () => {
  for (const [why, value, expected] of [
    ["text is quoted", "a", '"a"'],
    ["a secret is hidden", secret("s3cr3t"), "[secret]"],
    ["a secret inside is hidden", { a: [secret("s3cr3t")] }, "{ a: [[secret]] }"],
    ["what AWS computes is named so", unknown, "<computed>"],
    ["a list keeps its order", [1, true, null], "[1, true, null]"],
    ["an empty map", {}, "{}"],
    ["a resource is its name", { [signatureKey]: signatures.resource, urn: urnOf("a:b:C", "d") }, "d"],
    ["a file is its path", { [signatureKey]: signatures.asset, path: "a.js", hash: "1" }, "asset(a.js)"],
    ["text in place of a file is its length", { [signatureKey]: signatures.asset, text: "abc" }, "asset(3 characters)"],
    ["an archive is its files", { [signatureKey]: signatures.archive, assets: { "a.js": {} } }, "archive(a.js)"],
  ] as [string, PropertyValue, string][]) {
    it(why, () => assert.equal(showValue(value), expected));
  }

  it("maps go inwards, and what providers keep for themselves is left out", () =>
    assert.deepEqual(showEntries({ __defaults: [], a: { b: 1, c: {} } }), ["a:", "  b: 1", "  c: {}"]));
});

describe("the tree", () => {
  it("shows resources below their parents, without default providers", () =>
    assert.deepEqual(renderTree(resources, paint), [
      "pulumi:pulumi:Stack                  shop-dev",
      "├─ shop:Pool                         pool",
      "│  └─ aws:cognito/userPool:UserPool  users",
      "└─ aws:sqs/queue:Queue               jobs",
    ]));

  it("shows inputs where they are asked for", () =>
    assert.deepEqual(renderTree(resources, paint, true).slice(2), [
      "│  └─ aws:cognito/userPool:UserPool  users",
      '│         name: "users"',
      "│         key: [secret]",
      "└─ aws:sqs/queue:Queue               jobs",
      "       arn: <computed>",
      "       tags:",
      '         team: "a"',
    ]));

  it("shows a resource whose parent is not there", () =>
    assert.deepEqual(renderTree([resource("aws:sqs/queue:Queue", "jobs", pool)], paint), [
      "aws:sqs/queue:Queue  jobs",
    ]));
});

const violation = (level: Violation["level"], policy: string, name: string): Violation => ({
  policyPack: "pack",
  policy,
  level,
  severity: level === "mandatory" ? "high" : "unspecified",
  message: "What it demands.\nWhat is wrong.",
  urn: urnOf("aws:sqs/queue:Queue", name),
});

describe("violations", () => {
  it("are told by policy, mandatory ones first", () =>
    assert.deepEqual(
      renderViolations(
        [violation("advisory", "b", "x"), violation("mandatory", "c", "x"), violation("mandatory", "c", "y")],
        paint,
      ),
      [
        "Policy violations:",
        "  [mandatory] c (pack, high)",
        "    x  urn:pulumi:dev::shop::aws:sqs/queue:Queue::x",
        "      What it demands.",
        "      What is wrong.",
        "    y  urn:pulumi:dev::shop::aws:sqs/queue:Queue::y",
        "      What it demands.",
        "      What is wrong.",
        "  [advisory] b (pack)",
        "    x  urn:pulumi:dev::shop::aws:sqs/queue:Queue::x",
        "      What it demands.",
        "      What is wrong.",
      ],
    ));

  it("are not mentioned where there are none", () => assert.deepEqual(renderViolations([], paint), []));
});

const result: EngineResult = {
  policies: [],
  status: "violated",
  state: {
    organization: "organization",
    project: "shop",
    stack: "dev",
    programDirectory: "/p",
    resources,
    outputs: {},
  },
  outputs: { key: secret("s3cr3t"), nested: { key: secret("s3cr3t") }, arn: unknown },
  violations: [violation("mandatory", "c", "x")],
  diagnostics: [],
  changes: { create: 3, update: 0, replace: 0, delete: 1, same: 2, read: 0 },
  durationMs: 2345,
};

describe("the summary", () => {
  for (const [why, mode, changes, expected] of [
    [
      "of a preview says what would be",
      "preview",
      result,
      "dev violates a mandatory policy: 3 to create, 1 to delete, 2 unchanged, 1 violation, 2.3 s",
    ],
    [
      "of an up says what was done",
      "up",
      { ...result, status: "ok", violations: [] },
      "dev ok: 3 created, 1 deleted, 2 unchanged, 2.3 s",
    ],
    [
      "of a failure counts nothing",
      "up",
      { ...result, status: "failed", violations: [], changes: { ...result.changes, create: 0, delete: 0, same: 0 } },
      "dev failed after 2.3 s",
    ],
  ] as [string, "preview" | "up", EngineResult, string][]) {
    it(why, () => assert.equal(renderSummary("dev", mode, changes, paint), expected));
  }
});

describe("the summary of a judgement", () => {
  for (const [why, judgement, expected] of [
    ["counts what was judged", { status: "ok", violations: [] }, "dev ok: 5 resources, 2.3 s"],
    ["counts violations", result, "dev violates a mandatory policy: 5 resources, 1 violation, 2.3 s"],
    ["of a failure counts nothing", { status: "failed", violations: [] }, "dev failed after 2.3 s"],
  ] as [string, Pick<EngineResult, "status" | "violations">, string][]) {
    it(why, () => assert.equal(renderJudgement("dev", 5, { ...judgement, durationMs: 2345 }, paint), expected));
  }
});

describe("reports for machines", () => {
  const report = reportOf("dev", result);
  it("are one object for one stack, and a list for several, in JSON", () => {
    assert.deepEqual(JSON.parse(renderReports("json", [report], () => [1])), 1);
    assert.deepEqual(JSON.parse(renderReports("json", [report, report], () => [1, 2])), [1, 2]);
  });
  it("are one log for all stacks in SARIF", () =>
    assert.equal(JSON.parse(renderReports("sarif", [report, report], () => [])).version, "2.1.0"));
  it("are a section for each stack in Markdown", () =>
    assert.equal(renderReports("markdown", [report, report], () => []).match(/^### `dev`/gm)?.length, 2));
  it("never hold a secret", () => {
    for (const format of ["sarif", "markdown"] as const)
      assert.doesNotMatch(
        renderReports(format, [report], () => []),
        /s3cr3t/,
      );
  });
});

describe("a message", () => {
  for (const [why, diagnostic, expected] of [
    ["of the program stands alone", { severity: "info", message: "hello\n", urn: stack.urn }, "hello"],
    ["about a resource names it", { severity: "error", message: "no", urn: resources[3]!.urn }, "error: users: no"],
    ["about nothing in particular", { severity: "warning", message: "hm" }, "warning: hm"],
  ] as const) {
    it(why, () => assert.equal(renderDiagnostic(diagnostic, paint), expected));
  }

  it("has its colour where colours are wanted", () =>
    assert.equal(renderDiagnostic({ severity: "error", message: "no" }, colourPaint), "\u001b[31merror: \u001b[39mno"));
});

describe("a request", () => {
  const record: RequestRecord = {
    api: "http",
    method: "GET",
    path: "/orders/7",
    route: "GET /orders/{id}",
    status: 200,
    durationMs: 12.4,
  };
  for (const [why, more, expected] of [
    ["names the route that took it", {}, "200 GET /orders/7 http GET /orders/{id} 12 ms"],
    [
      "says what its authorizer did",
      { authorizer: { name: "tenant", outcome: "cached" } },
      "200 GET /orders/7 http GET /orders/{id} tenant cached 12 ms",
    ],
    [
      "does not repeat a route without parameters",
      { path: "/orders", route: "GET /orders" },
      "200 GET /orders http 12 ms",
    ],
    ["says that no route took it", { route: undefined, status: 404 }, "404 GET /orders/7 http no route 12 ms"],
  ] as [string, Partial<RequestRecord>, string][]) {
    it(why, () => assert.equal(renderRequest({ ...record, ...more }, paint), expected));
  }
});

describe("JSON", () => {
  const object = renderJson("dev", "preview", result);
  it("has the members that its readers rely on", () =>
    assert.deepEqual(Object.keys(object), [
      "stack",
      "mode",
      "status",
      "deployment",
      "outputs",
      "violations",
      "durationMs",
    ]));
  it("is Pulumi's deployment", () => {
    assert.equal(object.deployment.version, 3);
    assert.equal(object.deployment.deployment.resources.length, resources.length);
  });
  it("holds no secret, and Pulumi's sentinel for what is unknown", () => {
    assert.doesNotMatch(JSON.stringify(object), /s3cr3t/);
    assert.deepEqual(object.outputs, { key: "[secret]", nested: { key: "[secret]" }, arn: unknown });
  });
});
