import { type Properties, type PropertyValue, type Reading, read } from "../../reading";
import { isRecord, resolve } from "./document";
import { type Security, securityOf } from "./security";

/** One method or route that API Gateway makes from an OpenAPI definition. */
export interface Operation {
  /** `GET`, or `ANY` for `x-amazon-apigateway-any-method`. Undefined where a reference hides what is there. */
  readonly verb: string | undefined;
  /** The path as the definition writes it; `$default` for the default route of an HTTP API. */
  readonly path: string;
  readonly security: Security;
  /** The integration's type, such as `aws_proxy` or `mock`. */
  readonly integration: Reading;
}

const anyMethod = "x-amazon-apigateway-any-method";
const verbs = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace", anyMethod]);

/** Every operation of a definition, through the `$ref`s of its path items. */
export function operationsIn(root: Properties): readonly Operation[] {
  const paths = read(root, "paths");
  if (paths.state === "unknown") return [hidden("/{proxy+}", "paths are not known before the deployment")];
  if (paths.state !== "known" || !isRecord(paths.value)) return [];
  return Object.entries(paths.value)
    .filter(([path]) => !path.startsWith("x-"))
    .flatMap(([path, item]) => operationsAt(root, path, item));
}

function operationsAt(root: Properties, path: string, item: PropertyValue): readonly Operation[] {
  if (isRecord(item) && typeof item.$ref === "string") {
    // What stands beside a reference may count as well: the specification leaves it open.
    const { $ref, ...beside } = item;
    return [...operationsAt(root, path, beside), ...operationsAt(root, path, resolve(root, { $ref }))];
  }
  if (item === null) return [];
  if (!isRecord(item)) return [hidden(path, "nothing in the definition shows what is at its path")];
  return Object.entries(item)
    .filter(([key, operation]) => verbs.has(key.toLowerCase()) && operation !== null)
    .map(([key, value]) => {
      const operation = resolve(root, value);
      const verb = key.toLowerCase() === anyMethod ? "ANY" : key.toUpperCase();
      if (!isRecord(operation)) return { ...hidden(path, "nothing in the definition shows it"), verb };
      const isDefault =
        path === "/$default" ||
        (read(operation, "isDefaultRoute").state === "known" && operation.isDefaultRoute === true);
      return {
        verb: isDefault ? "ANY" : verb,
        path: isDefault ? "$default" : path,
        security: securityOf(root, operation),
        integration: integrationOf(root, operation),
      };
    });
}

function integrationOf(root: Properties, operation: Properties): Reading {
  const integration = resolve(root, operation["x-amazon-apigateway-integration"] ?? null);
  return read({ integration }, "integration", "type");
}

function hidden(path: string, opening: string): Operation {
  return {
    verb: undefined,
    path,
    security: { opening, scopes: { state: "absent" } },
    integration: { state: "unknown" },
  };
}
