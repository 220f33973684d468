import { documentOf } from "./documents";

export const clientTypesFile = "tests/local/openapi/http-api.d.ts";

/** The types that another team's client of the HTTP API is generated from. They are the same in every environment. */
export async function clientTypes(stack = "dev"): Promise<string> {
  const { default: generate, astToString } = await import("openapi-typescript");
  const document = JSON.stringify(documentOf("http", stack));
  return `// Made from the API document by openapi-typescript; npm run golden writes it.\n${astToString(await generate(document))}`;
}
