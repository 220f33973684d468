import type { JsonSchema } from "../catalogue/define/request";
import type { Route } from "../catalogue/define/route";
import { pathParametersOf } from "./plan-target";

/** A JSON Schema that a REST API keeps for one route. */
export interface ModelPlan {
  /** Letters and digits: AWS takes no others. */
  readonly name: string;
  readonly schema: string;
  /** Content types of the bodies that it counts for. */
  readonly contentTypes: readonly string[];
}

/** What a REST API is told of a route's requests. */
export interface RequestPlan {
  readonly model?: ModelPlan;
  /** Each parameter that a mapping may name, and whether a request needs it. */
  readonly parameters: Readonly<Record<string, boolean>>;
}

/**
 * A REST API checks that required parameters are there, never what they look like; and the body, by a schema of draft 4. The rest
 * of a declaration is the functions' wrapper's.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
 */
export function planRequest({ request, path, upstream }: Route, slug: string): RequestPlan {
  // A body of another type is not looked at. Functions and queues refuse it themselves; for an upstream the model counts for any.
  const contentTypes = upstream === undefined ? ["application/json"] : ["application/json", "$default"];
  const required = request?.query?.required ?? [];
  const inPath = pathParametersOf(path).map((name) => [`method.request.path.${name}`, true] as const);
  const inQuery = Object.keys(request?.query?.properties ?? {}).map(
    (name) => [`method.request.querystring.${name}`, required.includes(name)] as const,
  );
  return {
    ...(request?.body && { model: { name: modelName(slug), schema: asDraft4(request.body), contentTypes } }),
    parameters: Object.fromEntries([...inPath, ...inQuery]),
  };
}

/** `PostShipmentsBody` of `post-shipments`. */
const modelName = (slug: string) =>
  `${slug
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")}Body`;

const asDraft4 = (schema: JsonSchema) =>
  JSON.stringify({ $schema: "http://json-schema.org/draft-04/schema#", ...schema });
