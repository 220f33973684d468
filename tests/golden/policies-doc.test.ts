import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import type { Control } from "../../policy/control";
import { controls } from "../../policy/controls";
import { groups, policiesPage } from "../../policy/docs";
import { policiesFile } from "./policies-doc";

describe("the page of policies", () => {
  it("says what the policies say now", () => {
    assert.ok(existsSync(policiesFile), `${policiesFile} was not found: npm run docs writes it`);
    const [written, now] = [readFileSync(policiesFile, "utf8").split("\n"), policiesPage(groups).split("\n")];
    const gone = written.filter((line) => !now.includes(line)).map((line) => `- ${line}`);
    const added = now.filter((line) => !written.includes(line)).map((line) => `+ ${line}`);
    const difference = [...gone, ...added].slice(0, 40).join("\n") || "lines stand in another order";
    assert.ok(written.join("\n") === now.join("\n"), `npm run docs rewrites ${policiesFile}:\n${difference}`);
  });

  it("has every policy of the pack, once", () =>
    assert.deepEqual(
      groups.flatMap((group) => group.controls.map(({ id }) => id)),
      controls.map(({ id }) => id),
    ));

  const control: Control = {
    id: "a-policy",
    title: "No <name> is *.",
    severity: "low",
    level: "advisory",
    types: ["aws:a/b:C"],
    why: "Why.",
    fix: "Set a_b.",
    source: "https://docs.aws.amazon.com/a",
    elsewhere: { trivy: "AWS-1", checkov: "CKV_1" },
    settings: { max: { type: "integer", minimum: 1, maximum: 9, default: 5, description: "a number | of things" } },
    checkResource: () => [],
  };
  const page = (overrides: Partial<Control> = {}) =>
    policiesPage([{ heading: "All", controls: [{ ...control, ...overrides } as Control] }]);

  for (const { why, overrides, says } of [
    {
      why: "names level, severity and what is judged",
      says: "advisory, severity low; judges each resource: `aws:a/b:C`.",
    },
    { why: "keeps placeholders and wildcards as text", says: "\nNo \\<name> is \\*.\n" },
    { why: "names the rule elsewhere, in a stable order", says: "- **Elsewhere:** Checkov `CKV_1`, Trivy `AWS-1`." },
    { why: "says that a rule is nowhere else", overrides: { elsewhere: {} }, says: "no other rule set has it." },
    { why: "names settings with their defaults", says: "| `max` | <code>5</code> | a number &#124; of things |" },
    { why: "leaves out settings where there are none", overrides: { settings: {} }, says: "AWS-1`.\n" },
    { why: "links from the table to the section", says: "| [`a-policy`](#a-policy) | resource | advisory | low |" },
    { why: "tells a policy of both kinds", overrides: { checkStack: () => [] }, says: "| both | advisory" },
    {
      why: "tells a policy of relations",
      overrides: { checkResource: undefined, checkStack: () => [] },
      says: "| stack |",
    },
    { why: "tells what can be put right", overrides: { remediate: () => undefined }, says: "- **Remediates:** yes" },
    {
      why: "tells what can be excepted",
      overrides: { excusable: { shows: "route", subject: () => undefined } },
      says: "- **Exceptions:** `exceptions` lists routes",
    },
  ] as { why: string; overrides?: Partial<Control>; says: string }[])
    it(why, () => assert.ok(page(overrides).includes(says), page(overrides)));
});
