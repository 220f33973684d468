import type { JsonSchema, RequestSchema } from "../../infra/catalogue/define/request";
import { Problem, type RequestFault } from "./problem";
import type { Request } from "./request";
import { schemaFaults } from "./schema-faults";

type Texts = Readonly<Record<string, string | undefined>>;

/**
 * Holds a request against what its route takes.
 * @throws {Problem} 415 for a body of another kind than JSON; 400 naming everything that is wrong with the request
 */
export function check(request: Request, { path = {}, query, body }: RequestSchema): void {
  if (body) requireJson(request.contentType);
  const faults: RequestFault[] = [
    ...parameterFaults("path", { properties: path, required: Object.keys(path) }, request.path),
    ...(query ? parameterFaults("query", query, request.query) : []),
    ...(body ? bodyFaults(body, request) : []),
  ];
  if (faults.length > 0) throw new Problem(400, "Bad request", `${faults.map(sentence).join("; ")}.`, faults);
}

const sentence = ({ in: where, name, message }: RequestFault) =>
  `${name === "" ? "the body" : `${where} ${name}`} ${message}`;

function bodyFaults(schema: JsonSchema, request: Request): readonly RequestFault[] {
  try {
    return schemaFaults(schema, request.json()).map((fault) => ({ in: "body", ...fault }));
  } catch (error) {
    if (error instanceof Problem && error.errors) return error.errors;
    throw error;
  }
}

/** A parameter that is absent is judged by `required` alone; others are in the way of `given` or not at all. */
function parameterFaults(
  where: "path" | "query",
  { properties, required = [] }: NonNullable<RequestSchema["query"]>,
  given: Texts,
): readonly RequestFault[] {
  const present = Object.entries(properties).filter(([name]) => given[name] !== undefined);
  const value = Object.fromEntries(present.map(([name, schema]) => [name, read(schema, given[name]!)]));
  return schemaFaults({ type: "object", properties, required }, value).map((fault) => ({ in: where, ...fault }));
}

/** A parameter's text as its schema means it; text that cannot be meant that way stays as it is, and is refused. */
function read(schema: JsonSchema, text: string): unknown {
  switch (schema.type) {
    case "integer":
    case "number":
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    case "boolean":
      return text === "true" || text === "false" ? text === "true" : text;
    case "array":
      return text.split(",").map((part) => (schema.items ? read(schema.items, part) : part));
    default:
      return text;
  }
}

/**
 * No content type counts as JSON. A REST API leaves a body of a type that it has no model for unchecked, so it is refused here.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
 */
function requireJson(contentType: string | undefined): void {
  const [type = ""] = (contentType ?? "application/json").split(";");
  if (!/^application\/([\w.-]+\+)?json$/i.test(type.trim()))
    throw new Problem(415, "Unsupported media type", "This route takes a body of the type application/json.");
}
