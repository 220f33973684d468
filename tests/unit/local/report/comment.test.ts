import assert from "node:assert/strict";
import fc from "fast-check";
import { comment, longest, marker, type StackInRequest } from "../../../../local/report/comment";
import { resourceChanges } from "../../../../local/report/resource-changes";
import type { Declared } from "../../../../local/report/ways-in";
import { violation } from "./sample";

const route = (name: string, inputs: Declared["inputs"]): Declared => ({
  type: "aws:apigatewayv2/route:Route",
  name,
  inputs: { routeKey: `GET /${name}`, ...inputs },
});
const guarded = { authorizationType: "JWT" };

describe("the resources of two versions", () => {
  for (const { why, before, after, changes } of [
    { why: "are the same", before: [route("a", guarded)], after: [route("a", guarded)], changes: [] },
    { why: "are more", before: [], after: [route("a", guarded)], changes: [["add", "a", []]] },
    { why: "are fewer", before: [route("a", guarded)], after: [], changes: [["remove", "a", []]] },
    {
      why: "have other inputs",
      before: [route("a", guarded)],
      after: [route("a", { authorizationType: "NONE" })],
      changes: [["change", "a", ['authorizationType: "JWT" became "NONE"']]],
    },
    {
      why: "come in order of their names",
      before: [route("c", {}), route("a", {})],
      after: [route("b", {})],
      changes: [
        ["remove", "a", []],
        ["add", "b", []],
        ["remove", "c", []],
      ],
    },
  ])
    it(why, () =>
      assert.deepEqual(
        resourceChanges(before, after).map(({ kind, name, lines }) => [kind, name, lines]),
        changes,
      ),
    );
});

describe("a pull request's comment", () => {
  it("tells of each stack the verdict, who gets in, violations, and what changes", () => {
    const text = comment([
      {
        stack: "dev",
        before: [route("orders", guarded), route("old", guarded)],
        after: [route("orders", {}), route("new", guarded)],
        check: { status: "violated", violations: [violation("mandatory", "http-route-has-authorizer", "open")] },
      },
      { stack: "prod", before: [], after: [], check: { status: "ok", violations: [] } },
    ]);
    assert.equal(
      text,
      [
        marker,
        "## What this pull request changes",
        "",
        "### `dev`: violates a mandatory policy",
        "",
        "Resources: 1 to add · 1 to change · 1 to remove",
        "",
        "**Access changes**",
        "",
        "| | way in | before | after |",
        "| --- | --- | --- | --- |",
        "| **opens** | `GET /orders` | JWT | anyone |",
        "| new | `GET /new` |  | JWT |",
        "| gone | `GET /old` | JWT |  |",
        "",
        "| level | policy | resource | what is wrong |",
        "| --- | --- | --- | --- |",
        "| **mandatory** | `http-route-has-authorizer` | `orders` | open |",
        "",
        "<details><summary>3 resources</summary>",
        "",
        "```diff",
        "+ aws:apigatewayv2/route:Route new",
        "- aws:apigatewayv2/route:Route old",
        "! aws:apigatewayv2/route:Route orders",
        '    authorizationType: "JWT" was removed',
        "```",
        "",
        "</details>",
        "",
        "### `prod`: ok",
        "",
        "No resource changes.",
        "",
      ].join("\n"),
    );
  });

  const cases: readonly {
    readonly why: string;
    readonly request: Omit<StackInRequest, "stack">;
    readonly says: string;
  }[] = [
    { why: "a stack is new", request: { after: [route("a", {})] }, says: "It is new. Resources: 1 to add" },
    { why: "a stack is gone", request: { before: [route("a", {})] }, says: "It is gone. Resources: 1 to remove" },
    { why: "a stack was not checked", request: {}, says: "### `dev`: was not checked" },
    {
      why: "a stack failed, and where the reason is",
      request: { check: { status: "failed", violations: [] } },
      says: "### `dev`: failed; the job's log says why",
    },
  ];
  for (const { why, request, says } of cases)
    it(`says that ${why}`, () => {
      const text = comment([{ stack: "dev", ...request }]);
      assert.ok(text.includes(says), text);
    });

  const anyDeclared = fc.record({ name: fc.string(), text: fc.string({ maxLength: 3000 }), number: fc.nat(30) });
  it("is never longer than GitHub takes, and always found again", () =>
    fc.assert(
      fc.property(fc.array(anyDeclared, { maxLength: 40 }), fc.nat(120), (resources, violations) => {
        const text = comment(
          ["dev", "prod"].map((stack) => ({
            stack,
            before: [],
            after: resources.flatMap(({ name, text, number }) =>
              Array.from({ length: number }, (_, index) => route(`${name}${index}`, { text })),
            ),
            check: {
              status: "violated" as const,
              violations: Array.from({ length: violations }, () => violation("mandatory", "p", "x".repeat(600))),
            },
          })),
        );
        assert.ok(text.length <= longest + 100, `${text.length} characters`);
        assert.ok(text.startsWith(marker));
      }),
      { numRuns: 30 },
    ));

  it("keeps the block of a long list whole", () => {
    const bucket = (_: unknown, index: number) => ({
      type: "aws:s3/bucket:Bucket",
      name: `bucket-${index}`,
      inputs: {},
    });
    const many = Array.from({ length: 3000 }, bucket);
    const text = comment([{ stack: "dev", before: [], after: many, check: { status: "ok", violations: [] } }]);
    assert.match(text, /\n\.\.\. and \d+ lines more\n```\n\n<\/details>\n$/);
    assert.ok(text.length > longest - 1000, "the list takes the room that there is");
  });
});
