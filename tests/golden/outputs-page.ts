import { z } from "zod";
import { contract, contractVersion } from "../../infra/outputs/contract";

export const outputsSchemaFile = "docs/outputs.schema.json";
export const outputsPageFile = "docs/outputs.md";

/** The contract as JSON Schema, for teams that check what they read. It lets newer minor versions pass. */
export function outputsSchema(): string {
  const schema = { ...z.toJSONSchema(contract), additionalProperties: true };
  return `${JSON.stringify({ title: `Stack outputs of Gatehouse, contract ${contractVersion}`, ...schema }, null, 2)}\n`;
}

/** The contract as a page, for people. */
export function outputsPage(): string {
  const rows = Object.entries<z.ZodType>(contract.shape).map(([name, field]) => {
    const inner = field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType) : field;
    const { description = "", examples = [] } = inner.meta() ?? {};
    const example = (examples as unknown[]).map((one) => (Array.isArray(one) ? one.join(", ") : String(one)))[0];
    return `| \`${name}\` | ${inner instanceof z.ZodArray ? "list of texts" : "text"} | ${description} | \`${example}\` |`;
  });
  return `# Stack outputs

Contract ${contractVersion}, generated from \`infra/outputs/contract.ts\` by \`npm run golden\`; as JSON Schema: [outputs.schema.json](outputs.schema.json).
None is secret. Every stack has them all, but those whose meaning says where. Within a major version none goes and none changes its type; new ones may come.

| output | type | meaning | example |
| --- | --- | --- | --- |
${rows.join("\n")}
`;
}
