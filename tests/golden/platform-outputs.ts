import { z } from "zod";
import { contract, contractVersion } from "../../infra/outputs/contract";

export const platformOutputsFile = "examples/consumer/platform-outputs.ts";

/** The contract as other teams' programs have it: a file to copy, which needs nothing. */
export function platformOutputs(): string {
  const entries = Object.entries<z.ZodType>(contract.shape).map(([name, field]) => {
    const isOptional = field instanceof z.ZodOptional;
    const inner = isOptional ? (field.unwrap() as z.ZodType) : field;
    const { description = "" } = inner.meta() ?? {};
    const type = inner instanceof z.ZodArray ? "list" : isOptional ? "text?" : "text";
    return `  /** ${description} */\n  ${name}: "${type}",\n`;
  });
  return `// Written from the platform's infra/outputs/contract.ts by \`npm run golden\` there; not to be edited.

/** Version of the platform's outputs that this file knows. */
export const contractVersion = "${contractVersion}";

/** What every stack of the platform exports; \`?\` marks what only some do. */
export const platformOutputs = {
${entries.join("")}} as const;
`;
}
