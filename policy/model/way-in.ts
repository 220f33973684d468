import { whyOpen } from "../authorization";
import { type Reading, read, readText } from "../reading";
import type { Resource } from "../resource";
import { familyOf } from "../resource-types";
import { readDocument } from "./openapi/document";
import { type Operation, operationsIn } from "./openapi/operations";
import type { Security } from "./openapi/security";
import { nameIn, readOf, textOf } from "./property";

/** A method of a REST API or a route of an HTTP or WebSocket API, as one resource shows it. */
export interface WayIn {
  readonly service: "rest" | "http";
  readonly declaredBy: "method" | "route" | "operation" | "quick-create";
  /** The start of a sentence about it. */
  readonly subject: string;
  /** `GET`, `ANY` and so on; undefined where it is unknown. For `$default`, which answers all verbs, `ANY`. */
  readonly verb: string | undefined;
  /** `/orders/{id}` or `$default`, and for a WebSocket API the whole key; undefined where this resource does not show it. */
  readonly path: string | undefined;
  /** Why anyone may call it; undefined where credentials are asked for. */
  readonly opening: string | undefined;
  /** `NONE`, `AWS_IAM`, `CUSTOM`, `COGNITO_USER_POOLS` or `JWT`. */
  readonly authorization: Reading;
  readonly scopes: Reading;
  /** The security scheme whose authorizer decides, for an operation. */
  readonly scheme?: string;
  /** The integration's type where the resource shows it. */
  readonly integration: Reading;
}

/** What REST methods accept as authorization. */
export const restAuthorizations = ["COGNITO_USER_POOLS", "CUSTOM", "AWS_IAM"];

/** What HTTP routes accept as authorization. A WebSocket API has no JWT authorizers. */
export const httpAuthorizations = ["JWT", "CUSTOM", "AWS_IAM"];

const absent: Reading = { state: "absent" };

/** The ways in that a resource declares: one, or for an API those of its OpenAPI definition and of quick create. */
export function waysInto(resource: Resource): readonly WayIn[] {
  switch (familyOf(resource.type)) {
    case "restMethod":
      return [ofMethod(resource)];
    case "httpRoute":
      return [ofRoute(resource)];
    case "restApi":
      return inDefinition(resource, "rest");
    case "httpApi":
      return [...inDefinition(resource, "http"), ...quickCreated(resource)];
    default:
      return [];
  }
}

function ofMethod(resource: Resource): WayIn {
  const authorization = readOf(resource, "authorization");
  return {
    service: "rest",
    declaredBy: "method",
    subject: "This method",
    verb: textOf(resource, "httpMethod"),
    path: undefined,
    opening: whyOpen(nameIn(resource, "authorization"), authorization, restAuthorizations),
    authorization,
    scopes: readOf(resource, "authorizationScopes"),
    // Only aws-native has the integration inside the method.
    integration: readOf(resource, "integration", "type"),
  };
}

function ofRoute(resource: Resource): WayIn {
  const authorization = readOf(resource, "authorizationType");
  return {
    service: "http",
    declaredBy: "route",
    subject: "This route",
    ...ofRouteKey(textOf(resource, "routeKey")),
    opening: whyOpen("authorizationType", authorization, httpAuthorizations),
    authorization,
    scopes: readOf(resource, "authorizationScopes"),
    integration: absent,
  };
}

/** Quick create makes one open route, by default for everything. */
function quickCreated({ properties }: Resource): readonly WayIn[] {
  if (read(properties, "target").state === "absent") return [];
  return [
    {
      service: "http",
      declaredBy: "quick-create",
      subject: "The route that quick create makes",
      ...ofRouteKey(readText(properties, "routeKey") ?? "$default"),
      opening: "quick create gives it no authorizer",
      authorization: absent,
      scopes: absent,
      integration: absent,
    },
  ];
}

function inDefinition(resource: Resource, service: "rest" | "http"): readonly WayIn[] {
  const document = readDocument(readOf(resource, "body"));
  return document.state === "read"
    ? operationsIn(document.root).map((operation) => ofOperation(operation, service))
    : [];
}

function ofOperation({ verb, path, security, integration }: Operation, service: "rest" | "http"): WayIn {
  return {
    service,
    declaredBy: "operation",
    subject: path === "$default" ? "The operation at $default" : `The operation "${verb ?? "ANY"} ${path}"`,
    verb,
    path,
    opening: security.opening,
    authorization: authorizationOf(security),
    scopes: security.scopes,
    ...(security.scheme?.kind === "authorizer" && { scheme: security.scheme.name }),
    integration,
  };
}

/** What a Method or Route with the same meaning would have. */
function authorizationOf({ scheme }: Security): Reading {
  if (scheme?.kind === "iam") return { state: "known", value: "AWS_IAM" };
  if (scheme?.kind !== "authorizer") return { state: "known", value: "NONE" };
  const type = read(scheme.authorizer, "type");
  if (type.state !== "known" || typeof type.value !== "string") return { state: "unknown" };
  const value = type.value.toUpperCase();
  return { state: "known", value: value === "TOKEN" || value === "REQUEST" ? "CUSTOM" : value };
}

function ofRouteKey(key: string | undefined): Pick<WayIn, "verb" | "path"> {
  if (key === undefined) return { verb: undefined, path: undefined };
  if (key === "$default") return { verb: "ANY", path: key };
  const [, verb, path] = /^(\S+)\s+(\/\S*)$/.exec(key) ?? [];
  return verb === undefined ? { verb: undefined, path: key } : { verb, path };
}

/** The key of a way in, such as `GET /orders` or `$default`; undefined where its resource does not show all of it. */
export function keyOf({ verb, path }: WayIn): string | undefined {
  if (path === undefined || !path.startsWith("/")) return path;
  return verb === undefined ? undefined : `${verb} ${path}`;
}
