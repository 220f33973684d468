import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import type { ApiKind } from "../../infra/catalogue/define/route";
import { documents } from "../../infra/documents";
import type { OpenApiDocument, Operation, Response } from "../../infra/documents/model";
import { readProject } from "../../local/engine/project";

/** The document of one API of a committed stack. */
export function documentOf(kind: ApiKind, stack: string): OpenApiDocument {
  const { name: project, directory, config, secretKeys } = readProject(process.cwd(), stack);
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  return documents({ project, stack, directory, version, config, secretKeys })[kind];
}

/** It compiles OpenAPI's schema once, when it is first asked. */
let validator: Validator | undefined;

/** Everything that is wrong with a document: against OpenAPI's own schema, its references, its JSON Schemas, and its names. */
export async function faultsOf(document: OpenApiDocument): Promise<readonly string[]> {
  const plain = JSON.parse(JSON.stringify(document));
  validator ??= new Validator();
  const { valid, errors } = await validator.validate(plain);
  if (!valid)
    return typeof errors === "string" ? [errors] : (errors ?? []).map((one) => `${one.instancePath} ${one.message}`);
  return [...referenceFaults(validator), ...schemaFaults(document), ...nameFaults(document)];
}

function referenceFaults(validator: Validator): string[] {
  try {
    validator.resolveRefs();
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

function schemaFaults(document: OpenApiDocument): string[] {
  return Object.keys(document.components.schemas).flatMap((name) => {
    try {
      schemaCheck(document, { $ref: `#/components/schemas/${name}` });
      return [];
    } catch (error) {
      return [`${name}: ${(error as Error).message}`];
    }
  });
}

function nameFaults(document: OpenApiDocument): string[] {
  const all = operationsOf(document);
  const ids = all.map(({ operation }) => operation.operationId);
  const undeclared = all.flatMap(({ operation }) =>
    operation.security.flatMap(Object.keys).filter((name) => !Object.hasOwn(document.components.securitySchemes, name)),
  );
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is the name of two operations`),
    ...undeclared.map((name) => `${name} is no security scheme`),
  ];
}

/** Every operation of a document, with its place. */
export const operationsOf = ({ paths }: OpenApiDocument) =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([verb, operation]) => ({ path, verb, operation: operation as Operation })),
  );

/** A check of values against a schema of a document: what is wrong, or nothing. */
export function schemaCheck(document: OpenApiDocument, schema: object): (value: unknown) => string {
  const ajv = addFormats(new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }));
  ajv.addVocabulary(["components"]);
  const check = ajv.compile({ ...schema, components: document.components } as object);
  return (value) => (check(value) ? "" : ajv.errorsText(check.errors));
}

/** The response that a document has for a status: by itself, by its range, or by default. */
export function responseFor(document: OpenApiDocument, { responses }: Operation, status: number): Response | undefined {
  const found = responses[status] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses.default;
  if (found === undefined || !("$ref" in found)) return found;
  return document.components.responses[found.$ref.split("/").at(-1)!];
}
