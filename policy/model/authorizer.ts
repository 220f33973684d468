import { type Properties, type Reading, read } from "../reading";
import type { Resource } from "../resource";
import { familyOf } from "../resource-types";
import { readDocument } from "./openapi/document";
import { schemeOf, schemesOf } from "./openapi/security";
import { readOf } from "./property";

/** What decides who may call a method or route, as one resource shows it. */
export interface AuthorizerFacts {
  /** The service that it belongs to: REST APIs, or HTTP and WebSocket APIs. */
  readonly service: "rest" | "http";
  /** The start of a sentence about it. */
  readonly subject: string;
  /** The security scheme that makes it, for one in an OpenAPI definition. */
  readonly scheme?: string;
  /** `TOKEN`, `REQUEST`, `COGNITO_USER_POOLS` or `JWT`. */
  readonly type: Reading;
  /** Seconds for which an answer is kept. Absent means 300. */
  readonly ttl: Reading;
  /** A list, or for a REST API one text with commas. */
  readonly identitySources: Reading;
  readonly providerArns: Reading;
  readonly audiences: Reading;
  readonly issuer: Reading;
}

/** The authorizers that a resource declares: one, or those of the OpenAPI definition of an API. */
export function authorizersIn(resource: Resource): readonly AuthorizerFacts[] {
  switch (familyOf(resource.type)) {
    case "restAuthorizer":
      return [ofRest(resource)];
    case "httpAuthorizer":
      return [ofHttp(resource)];
    case "restApi":
      return inDefinition(resource, "rest");
    case "httpApi":
      return inDefinition(resource, "http");
    default:
      return [];
  }
}

/** @see https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html */
function ofRest(resource: Resource): AuthorizerFacts {
  const type = readOf(resource, "type");
  return {
    service: "rest",
    subject: "This authorizer",
    // The provider's default: https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/authorizer/
    type: type.state === "absent" ? { state: "known", value: "TOKEN" } : type,
    ttl: readOf(resource, "authorizerResultTtlInSeconds"),
    identitySources: readOf(resource, "identitySource"),
    providerArns: readOf(resource, "providerArns"),
    audiences: { state: "absent" },
    issuer: { state: "absent" },
  };
}

/** @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html */
function ofHttp(resource: Resource): AuthorizerFacts {
  return {
    service: "http",
    subject: "This authorizer",
    type: readOf(resource, "authorizerType"),
    ttl: readOf(resource, "authorizerResultTtlInSeconds"),
    identitySources: readOf(resource, "identitySources"),
    providerArns: { state: "absent" },
    audiences: readOf(resource, "jwtConfiguration", "audiences"),
    issuer: readOf(resource, "jwtConfiguration", "issuer"),
  };
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html */
function inDefinition(resource: Resource, service: "rest" | "http"): readonly AuthorizerFacts[] {
  const document = readDocument(readOf(resource, "body"));
  if (document.state !== "read") return [];
  return Object.keys(schemesOf(document.root)).flatMap((name) => {
    const scheme = schemeOf(document.root, name);
    return scheme.kind === "authorizer" ? [ofExtension(name, scheme.authorizer, service)] : [];
  });
}

function ofExtension(name: string, authorizer: Properties, service: "rest" | "http"): AuthorizerFacts {
  const type = read(authorizer, "type");
  return {
    service,
    subject: `The authorizer of the security scheme "${name}"`,
    scheme: name,
    type:
      type.state === "known" && typeof type.value === "string"
        ? { state: "known", value: type.value.toUpperCase() }
        : type,
    ttl: read(authorizer, "authorizerResultTtlInSeconds"),
    identitySources: read(authorizer, "identitySource"),
    providerArns: read(authorizer, "providerARNs"),
    audiences: read(authorizer, "jwtConfiguration", "audience"),
    issuer: read(authorizer, "jwtConfiguration", "issuer"),
  };
}

/** Whether answers are kept: the default is 300 seconds, and an unknown TTL need not be 0. */
export function caches({ ttl }: AuthorizerFacts): boolean {
  return ttl.state !== "known" || (ttl.value !== 0 && ttl.value !== "0");
}
