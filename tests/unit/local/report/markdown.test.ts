import assert from "node:assert/strict";
import fc from "fast-check";
import { accessTable, cell, code, fenced, markdown } from "../../../../local/report/markdown";
import { report, resource, violation } from "./sample";

const text = (overrides: Parameters<typeof report>[0] = {}) => markdown(report(overrides)).join("\n");

describe("a stack in Markdown", () => {
  it("that is well says so, with what would happen and who gets in", () =>
    assert.equal(
      text(),
      [
        "### `dev`: ok",
        "",
        "2 to create · 1 to delete · no violations",
        "",
        "Open to anyone: `GET /health`; 2 ways in altogether.",
      ].join("\n"),
    ));

  it("without an open way in says that", () =>
    assert.match(
      text({ resources: [resource("orders", { routeKey: "GET /orders", authorizationType: "JWT" })] }),
      /Open to anyone: nothing; 1 way in altogether\./,
    ));

  it("without APIs says nothing of them", () => assert.doesNotMatch(text({ resources: [] }), /Open to anyone/));

  it("has a table of violations, the mandatory ones first", () => {
    const violations = [violation("advisory", "low", "b"), violation("mandatory", "high", "a")];
    const lines = text({ status: "violated", violations }).split("\n");
    assert.deepEqual(lines.slice(0, 8), [
      "### `dev`: violates a mandatory policy",
      "",
      "2 to create · 1 to delete · violations: 1 mandatory, 1 advisory",
      "",
      "| level | policy | resource | what is wrong |",
      "| --- | --- | --- | --- |",
      "| **mandatory** | `high` | `orders` | a |",
      "| advisory | `low` | `orders` | b |",
    ]);
  });

  it("keeps a message in its cell, and as text", () => {
    const message = "a|b\n<img src=x> @ada #1 `c` https://docs.aws.amazon.com/a_b";
    const [row] = text({ violations: [violation("advisory", "p", message)] })
      .split("\n")
      .filter((line) => line.includes("`p`"));
    assert.equal(
      row,
      "| advisory | `p` | `orders` | a&#124;b<br>&#60;img src=x&#62; &#64;ada &#35;1 &#96;c&#96; https://docs.aws.amazon.com/a_b |",
    );
  });

  it("that failed says why, and nothing else", () =>
    assert.equal(
      text({
        status: "failed",
        diagnostics: [
          { severity: "info", message: "hello" },
          { severity: "error", message: "out of tea\n```\nreally" },
        ],
      }),
      ["### `dev`: failed", "", "````", "out of tea\n```\nreally", "````"].join("\n"),
    ));

  it("tells what access changes against the stack that was kept", () => {
    const kept = [resource("orders", { routeKey: "GET /orders", authorizationType: "JWT" })];
    assert.match(
      text({ kept, resources: [resource("orders", { routeKey: "GET /orders" })] }),
      /\*\*Access changes since the last `up`\*\*\n\n\| \| way in \| before \| after \|\n.*\n\| \*\*opens\*\* \| `GET \/orders` \| JWT \| anyone \|/,
    );
  });
});

describe("text in Markdown", () => {
  it("never ends its cell or begins an element", () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."|<>\n\r\\`&*_[] aé\u{1F600}\u2028") }), (any) =>
        assert.doesNotMatch(cell(any).replaceAll("<br>", ""), /[|<>\n]/),
      ),
    ));
  it("in code never ends its cell", () =>
    fc.assert(fc.property(fc.string(), (any) => assert.doesNotMatch(code(any), /[|\n]/))));
  it("in a block never ends the block", () =>
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[`a ]*$/)), (lines) => {
        const [fence = "", ...rest] = fenced(lines);
        assert.equal(rest.indexOf(fence), rest.length - 1);
      }),
    ));
  it("of no changes is nothing", () => assert.deepEqual(accessTable([], "x"), []));
});
