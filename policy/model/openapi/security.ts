import { type Properties, type PropertyValue, type Reading, read, unknownValue } from "../../reading";
import { isRecord, resolve } from "./document";

/** What a security scheme makes of the operations that name it. */
export type Scheme =
  | { readonly kind: "authorizer"; readonly name: string; readonly authorizer: Properties }
  | { readonly kind: "iam" | "nothing" };

/** How an operation decides who may call it. `opening`: why anyone may; undefined where credentials are asked for. */
export interface Security {
  readonly opening?: string;
  /** The scheme that decides, where the operation is not open. */
  readonly scheme?: Scheme;
  /** The scopes that the operation asks the scheme for. */
  readonly scopes: Reading;
}

const absent: Reading = { state: "absent" };

/** OpenAPI 2.0 and 3.x keep their schemes in different places. */
export function schemesOf(root: Properties): Properties {
  const place = Object.hasOwn(root, "swagger")
    ? read(root, "securityDefinitions")
    : read(root, "components", "securitySchemes");
  return place.state === "known" && isRecord(place.value) ? place.value : {};
}

/**
 * What a scheme is to API Gateway: only its own extensions make it ask anybody for anything.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authtype.html
 */
export function schemeOf(root: Properties, name: string): Scheme {
  const schemes = schemesOf(root);
  const scheme = Object.hasOwn(schemes, name) ? resolve(root, schemes[name] ?? null) : null;
  if (!isRecord(scheme)) return { kind: "nothing" };
  const authorizer = resolve(root, scheme["x-amazon-apigateway-authorizer"] ?? null);
  if (isRecord(authorizer) && Object.keys(authorizer).length > 0) return { kind: "authorizer", name, authorizer };
  return { kind: scheme["x-amazon-apigateway-authtype"] === "awsSigv4" ? "iam" : "nothing" };
}

/**
 * Who may call an operation. Only the operation's own `security` counts: API Gateway ignores that of the whole document.
 * @see https://github.com/amazon-archives/aws-apigateway-importer/issues/204
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-auth.html
 */
export function securityOf(root: Properties, operation: Properties): Security {
  const extension = read(operation, "x-amazon-apigateway-auth", "type");
  if (extension.state === "known" && typeof extension.value === "string") {
    const type = extension.value.toUpperCase();
    if (type === "NONE") return { opening: "x-amazon-apigateway-auth is NONE", scopes: absent };
    if (type === "AWS_IAM") return { scheme: { kind: "iam" }, scopes: absent };
  }
  const security = read(operation, "security");
  if (security.state === "unknown") return { opening: "security is not known before the deployment", scopes: absent };
  if (security.state === "absent") {
    const ignored =
      read(root, "security").state === "absent" ? "" : ", and API Gateway ignores that of the whole document";
    return { opening: `it has no security of its own${ignored}`, scopes: absent };
  }
  return fromRequirements(root, Array.isArray(security.value) ? security.value : []);
}

function fromRequirements(root: Properties, requirements: readonly PropertyValue[]): Security {
  if (requirements.length === 0) return { opening: "its security is empty", scopes: absent };
  let decisive: Security | undefined;
  for (const requirement of requirements) {
    if (requirement === unknownValue) continue;
    if (!isRecord(requirement) || Object.keys(requirement).length === 0)
      return { opening: "one of the alternatives in its security asks for nothing", scopes: absent };
    for (const name of Object.keys(requirement)) {
      const scheme = schemeOf(root, name);
      if (scheme.kind !== "nothing") decisive ??= { scheme, scopes: read(requirement, name) };
    }
  }
  const opening =
    "no security scheme that it names carries x-amazon-apigateway-authorizer, or awsSigv4 as its x-amazon-apigateway-authtype";
  return decisive ?? { opening, scopes: absent };
}
