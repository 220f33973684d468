import type { ResourceState } from "../engine/model";
import { parseIdentitySource } from "./identity-source";
import type {
  Cors,
  HttpApi,
  HttpAuthorization,
  HttpIntegration,
  HttpLambdaAuthorizer,
  HttpRoute,
  JwtAuthorizer,
  Stage,
} from "./model";
import { readExecutionArn, readFunctionReference } from "./read-function-reference";
import { type UpstreamNames, upstreamNames } from "./read-upstream";
import { type Declared, declared, type Properties } from "./resource";

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html (HTTP: integration timeout) */
const maxTimeoutMs = 30_000;

type Authorizer = JwtAuthorizer | HttpLambdaAuthorizer;

/**
 * Reads the HTTP APIs of a stack from `aws:apigatewayv2/*` resources; WebSocket APIs are left out.
 * Errors: an API defined by an OpenAPI body or by quick create, a route whose authorizer is not in the stack, an authorizer that
 * cannot work; each names the resource.
 */
export function readHttpApis(resources: readonly ResourceState[]): readonly HttpApi[] {
  return declared(resources, "aws:apigatewayv2/api:Api")
    .filter(({ properties }) => properties.string("protocolType") === "HTTP")
    .map((api) => readHttpApi(api, resources));
}

function readHttpApi(api: Declared, resources: readonly ResourceState[]): HttpApi {
  const shortcut = ["body", "target"].find((key) => api.properties.string(key) !== undefined);
  if (shortcut)
    throw new Error(
      `HTTP API "${api.name}" is defined by its ${shortcut}; only routes and integrations are served locally.`,
    );
  const ofApi = (type: string): readonly Declared[] =>
    declared(resources, type).filter(({ properties }) => properties.string("apiId") === api.id);
  const authorizers = new Map(ofApi("aws:apigatewayv2/authorizer:Authorizer").map((a) => [a.id, readAuthorizer(a)]));
  const upstreams = upstreamNames(resources);
  const integrations = new Map(
    ofApi("aws:apigatewayv2/integration:Integration").map((i) => [i.id, readIntegration(i, upstreams)]),
  );
  return {
    kind: "http",
    name: api.name,
    id: api.id,
    ...readExecutionArn(api.properties.string("executionArn"), api.name),
    stages: ofApi("aws:apigatewayv2/stage:Stage").filter(isDeployed).map(readStage),
    routes: ofApi("aws:apigatewayv2/route:Route").map((route) => readRoute(route, authorizers, integrations)),
    cors: readCors(api.properties.nested("corsConfiguration")),
  };
}

const isDeployed = ({ properties }: Declared): boolean =>
  properties.boolean("autoDeploy") || properties.string("deploymentId") !== undefined;

const readStage = ({ name, properties }: Declared): Stage => ({
  name: properties.string("name") ?? name,
  variables: properties.record("stageVariables"),
});

function readRoute(
  { name, properties }: Declared,
  authorizers: ReadonlyMap<string, Authorizer>,
  integrations: ReadonlyMap<string, HttpIntegration>,
): HttpRoute {
  const key = properties.string("routeKey") ?? "";
  const [method = "", path] = key === "$default" ? ["ANY"] : key.split(" ");
  const integrationId = /^integrations\/(.+)$/.exec(properties.string("target") ?? "")?.[1] ?? "";
  return {
    key,
    method,
    path,
    authorization: readAuthorization(name, properties, authorizers),
    integration: integrations.get(integrationId) ?? { kind: "unsupported", type: "A route without an integration" },
  };
}

/** Naming an authorizer alone does not set the type, which is `NONE` by default: such a route is open. */
function readAuthorization(
  route: string,
  properties: Properties,
  authorizers: ReadonlyMap<string, Authorizer>,
): HttpAuthorization {
  const type = properties.string("authorizationType") ?? "NONE";
  if (type === "NONE") return { kind: "none" };
  if (type === "AWS_IAM") return { kind: "iam" };
  const id = properties.string("authorizerId") ?? "";
  const authorizer = authorizers.get(id);
  if (type === "JWT" && authorizer && "issuer" in authorizer) {
    return { kind: "jwt", authorizer, scopes: properties.strings("authorizationScopes") };
  }
  if (type === "CUSTOM" && authorizer && "function" in authorizer) return { kind: "lambda", authorizer };
  throw new Error(
    `Route "${route}" has authorization ${type} with authorizer "${id}"; expected an authorizer of that kind in the stack.`,
  );
}

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/apigatewayv2/authorizer/ (TTL: 300 by default) */
function readAuthorizer({ id, name, properties }: Declared): Authorizer {
  const identity = { id, name: properties.string("name") ?? name };
  const sources = properties.strings("identitySources").map((source) => parseIdentitySource(source, name));
  if (properties.string("authorizerType") === "JWT") {
    const jwt = properties.nested("jwtConfiguration");
    const issuer = jwt?.string("issuer");
    const identitySource = sources[0];
    if (issuer === undefined) throw new Error(`Authorizer "${name}" has no jwtConfiguration.issuer.`);
    if (identitySource === undefined)
      throw new Error(`Authorizer "${name}" has no identity source; expected $request.header.Authorization.`);
    return { ...identity, issuer, audience: jwt?.strings("audiences") ?? [], identitySource };
  }
  const uri = properties.string("authorizerUri");
  const reference = readFunctionReference(uri, properties.string("authorizerCredentialsArn"));
  if (reference === undefined)
    throw new Error(`Authorizer "${name}" has the URI "${uri ?? ""}"; expected a function's invokeArn.`);
  return {
    ...identity,
    function: reference,
    identitySources: sources,
    payloadFormat: readFormat(properties, "authorizerPayloadFormatVersion"),
    simpleResponses: properties.boolean("enableSimpleResponses"),
    ttl: properties.number("authorizerResultTtlInSeconds") ?? 300,
  };
}

/** The provider's default is 1.0, though the console's is 2.0. */
const readFormat = (properties: Properties, key: string): "1.0" | "2.0" =>
  properties.string(key) === "2.0" ? "2.0" : "1.0";

function readIntegration({ properties }: Declared, upstreams: UpstreamNames): HttpIntegration {
  const type = properties.string("integrationType") ?? "";
  const subtype = properties.string("integrationSubtype");
  const uri = properties.string("integrationUri");
  const role = properties.string("credentialsArn");
  const reference = readFunctionReference(uri, role);
  const timeoutMs = Math.min(properties.number("timeoutMilliseconds") ?? maxTimeoutMs, maxTimeoutMs);
  const parameters = properties.record("requestParameters");
  const responseParameters = readResponseParameters(properties);
  if (type === "AWS_PROXY" && reference)
    return {
      kind: "lambda",
      function: reference,
      payloadFormat: readFormat(properties, "payloadFormatVersion"),
      timeoutMs,
    };
  if (type === "AWS_PROXY" && subtype?.startsWith("SQS-")) {
    const action = subtype.slice("SQS-".length);
    return { kind: "queue", action, parameters, assumesRole: role !== undefined, responseParameters };
  }
  if (type === "HTTP_PROXY" && uri !== undefined) {
    const method = properties.string("integrationMethod");
    const isPrivate = properties.string("connectionType") === "VPC_LINK";
    const isAddress = /^https?:/.test(uri);
    return {
      kind: "http",
      ...(method !== undefined && method !== "ANY" && { method }),
      ...(isAddress && { uri }),
      upstream: isAddress ? upstreams.ofUri(uri, isPrivate) : upstreams.ofListener(uri),
      parameters,
      responseParameters,
      timeoutMs,
    };
  }
  return { kind: "unsupported", type: `An integration of type ${subtype ?? type}` };
}

const readResponseParameters = (properties: Properties) =>
  Object.fromEntries(
    properties
      .list("responseParameters")
      .map((response) => [response.string("statusCode") ?? "", response.record("mappings")] as const),
  );

function readCors(properties: Properties | undefined): Cors | undefined {
  return (
    properties && {
      allowCredentials: properties.boolean("allowCredentials"),
      allowHeaders: properties.strings("allowHeaders"),
      allowMethods: properties.strings("allowMethods"),
      allowOrigins: properties.strings("allowOrigins"),
      exposeHeaders: properties.strings("exposeHeaders"),
      maxAge: properties.number("maxAge"),
    }
  );
}
