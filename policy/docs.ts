import type { Control, RuleSet } from "./control";
import { around } from "./controls/around";
import { cognito } from "./controls/cognito";
import { waysIn } from "./controls/ways-in";
import type { SettingSchema } from "./settings";

/** Controls that belong together, under one heading. */
export interface Group {
  readonly heading: string;
  readonly controls: readonly Control[];
}

export const groups: readonly Group[] = [
  { heading: "Every way in has an authorizer", controls: waysIn },
  { heading: "Around them", controls: around },
  { heading: "Cognito", controls: cognito },
];

/** All policies in Markdown: a table of each group, and a section for each policy. */
export function policiesPage(all: readonly Group[]): string {
  const count = all.reduce((sum, { controls }) => sum + controls.length, 0);
  return `${[
    "# Policies",
    "",
    "<!-- Written by `npm run docs` from policy/controls; changes by hand are lost. -->",
    "",
    `The ${count} policies of the pack in \`policy/\`. [policy/README.md](../policy/README.md) says how they are configured and excepted.`,
    "",
    "A **resource** policy stops a resource before it is made; a **stack** policy judges relations, when all are declared. **both** is decided",
    "by the resource where it shows enough, and by the stack where it does not. A `mandatory` policy ends the deployment, an `advisory` one",
    "warns; configuration can change both. With the level `remediate` a policy that can puts the resource right itself.",
    ...all.flatMap(table),
    ...all.flatMap(({ controls }) => controls.flatMap(section)),
  ].join("\n")}\n`;
}

function table({ heading, controls }: Group): string[] {
  return [
    "",
    `## ${heading}`,
    "",
    "| policy | judges | level | severity | holds that |",
    "| --- | --- | --- | --- | --- |",
    ...controls.map((control) => {
      const { id, level, severity, title } = control;
      return `| [\`${id}\`](#${id}) | ${sortOf(control)} | ${level} | ${severity} | ${cell(title)} |`;
    }),
  ];
}

function section(control: Control): string[] {
  const { id, title, level, severity, why, fix, source } = control;
  return [
    "",
    `### ${id}`,
    "",
    text(title),
    "",
    `- **Level:** ${level}, severity ${severity}; judges ${judged(control)}.`,
    `- **Why:** ${text(why)}`,
    `- **Do:** ${text(fix)}`,
    ...(control.remediate ? ["- **Remediates:** yes, with the level `remediate`."] : []),
    ...(control.excusable
      ? ["- **Exceptions:** `exceptions` lists routes that may be open, each with its reason."]
      : []),
    `- **Source:** <${source}>`,
    `- **Elsewhere:** ${elsewhere(control)}`,
    ...settings(control.settings),
  ];
}

const sortOf = ({ checkResource, checkStack }: Control): "resource" | "stack" | "both" =>
  checkResource && checkStack ? "both" : checkResource ? "resource" : "stack";

function judged(control: Control): string {
  const words = { resource: "each resource", stack: "the stack", both: "each resource and the stack" };
  const types = control.types.map((type) => `\`${type}\``).join(", ");
  return words[sortOf(control)] + (types === "" ? "" : `: ${types}`);
}

const ruleSets: Readonly<Record<RuleSet, string>> = {
  "cdk-nag": "cdk-nag",
  "cfn-nag": "cfn-nag",
  checkov: "Checkov",
  kics: "KICS",
  mondoo: "Mondoo",
  prowler: "Prowler",
  "security-hub": "Security Hub",
  trivy: "Trivy",
};

function elsewhere({ elsewhere = {} }: Control): string {
  const known = (Object.keys(ruleSets) as RuleSet[]).flatMap((ruleSet) =>
    elsewhere[ruleSet] === undefined ? [] : [`${ruleSets[ruleSet]} \`${elsewhere[ruleSet]}\``],
  );
  return known.length === 0 ? "no other rule set has it." : `${known.join(", ")}.`;
}

function settings(schemas: Control["settings"] = {}): string[] {
  const rows = Object.entries(schemas).map(
    ([key, schema]) => `| \`${key}\` | ${defaultOf(schema)} | ${cell(schema.description)} |`,
  );
  return rows.length === 0 ? [] : ["", "| setting | default | expected |", "| --- | --- | --- |", ...rows];
}

const defaultOf = ({ default: value }: SettingSchema): string =>
  value === undefined ? "none" : `<code>${cell(JSON.stringify(value))}</code>`;

/** Angle brackets and asterisks of a placeholder or a wildcard are text. */
const text = (words: string): string => words.replace(/[<*_]/g, (character) => `\\${character}`);

const cell = (words: string): string =>
  words.replace(/[&<>|*_]/g, (character) => `&#${character.charCodeAt(0)};`).replace(/\s+/g, " ");
