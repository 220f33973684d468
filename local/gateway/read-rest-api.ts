import type { ResourceState } from "../engine/model";
import { parseIdentitySource } from "./identity-source";
import type {
  CognitoAuthorizer,
  GatewayResponse,
  RestApi,
  RestAuthorization,
  RestLambdaAuthorizer,
  RestRoute,
  Stage,
} from "./model";
import { readApiKeys } from "./read-api-keys";
import { poolIssuer, readExecutionArn, readFunctionReference } from "./read-function-reference";
import { readModels, readValidation } from "./read-request-validation";
import { readRestIntegration } from "./read-rest-integration";
import { type UpstreamNames, upstreamNames } from "./read-upstream";
import { type Declared, declared } from "./resource";

/**
 * Reads the REST APIs of a stack from `aws:apigateway/*` resources.
 * Errors: an API defined by an OpenAPI body, a method whose resource or authorizer is not in the stack, an authorizer that
 * cannot work; each names the resource.
 */
export function readRestApis(resources: readonly ResourceState[]): readonly RestApi[] {
  return declared(resources, "aws:apigateway/restApi:RestApi").map((api) => readRestApi(api, resources));
}

function readRestApi(api: Declared, resources: readonly ResourceState[]): RestApi {
  if (api.properties.string("body") !== undefined) {
    throw new Error(
      `REST API "${api.name}" is defined by an OpenAPI body; only methods and resources are served locally.`,
    );
  }
  const ofApi = (type: string, key = "restApi"): readonly Declared[] =>
    declared(resources, type).filter(({ properties }) => properties.string(key) === api.id);
  const paths = readPaths(api, ofApi("aws:apigateway/resource:Resource"));
  const authorizers = new Map(ofApi("aws:apigateway/authorizer:Authorizer").map((a) => [a.id, readAuthorizer(a)]));
  const parts: MethodParts = {
    paths,
    authorizers,
    integrations: ofApi("aws:apigateway/integration:Integration"),
    responses: ofApi("aws:apigateway/integrationResponse:IntegrationResponse"),
    validators: ofApi("aws:apigateway/requestValidator:RequestValidator"),
    upstreams: upstreamNames(resources),
  };
  return {
    kind: "rest",
    name: api.name,
    id: api.id,
    ...readExecutionArn(api.properties.string("executionArn"), api.name),
    stages: readStages(ofApi("aws:apigateway/stage:Stage"), ofApi("aws:apigateway/deployment:Deployment")),
    routes: ofApi("aws:apigateway/method:Method").map((method) => readRoute(method, parts)),
    gatewayResponses: new Map(
      ofApi("aws:apigateway/response:Response", "restApiId").map(({ properties }) => [
        properties.string("responseType") ?? "",
        readGatewayResponse(properties),
      ]),
    ),
    binaryMediaTypes: api.properties.strings("binaryMediaTypes"),
    apiKeys: readApiKeys(resources, api.id),
    apiKeySource: api.properties.string("apiKeySource") === "AUTHORIZER" ? "AUTHORIZER" : "HEADER",
    models: readModels(ofApi("aws:apigateway/model:Model")),
  };
}

/** What methods refer to. */
interface MethodParts {
  readonly paths: ReadonlyMap<string, string>;
  readonly authorizers: ReadonlyMap<string, CognitoAuthorizer | RestLambdaAuthorizer>;
  readonly integrations: readonly Declared[];
  readonly responses: readonly Declared[];
  readonly validators: readonly Declared[];
  readonly upstreams: UpstreamNames;
}

/** Paths by resource id. Resources are made after their parents, so one pass suffices. */
function readPaths(api: Declared, resources: readonly Declared[]): ReadonlyMap<string, string> {
  const paths = new Map([[api.properties.string("rootResourceId") ?? "", "/"]]);
  for (const { id, name, properties } of resources) {
    const parent = paths.get(properties.string("parentId") ?? "");
    if (parent === undefined)
      throw new Error(`Resource "${name}" of REST API "${api.name}" has no parent in the stack.`);
    paths.set(id, `${parent === "/" ? "" : parent}/${properties.string("pathPart") ?? ""}`);
  }
  return paths;
}

/** Those that point to a deployment of this API: others have nothing to serve. */
function readStages(stages: readonly Declared[], deployments: readonly Declared[]): readonly Stage[] {
  return stages
    .filter(({ properties }) => deployments.some(({ id }) => id === properties.string("deployment")))
    .map(({ name, properties }) => ({
      name: properties.string("stageName") ?? name,
      variables: properties.record("variables"),
    }));
}

function readRoute(
  { name, properties }: Declared,
  { paths, authorizers, integrations, responses, validators, upstreams }: MethodParts,
): RestRoute {
  const resourceId = properties.string("resourceId") ?? "";
  const method = properties.string("httpMethod") ?? "";
  const path = paths.get(resourceId);
  if (path === undefined)
    throw new Error(`Method "${name}" belongs to the resource ${resourceId}, which is not in the stack.`);
  const ofMethod = (candidates: readonly Declared[]): readonly Declared[] =>
    candidates.filter(
      (candidate) =>
        candidate.properties.string("resourceId") === resourceId &&
        candidate.properties.string("httpMethod") === method,
    );
  return {
    resourceId,
    method,
    path,
    apiKeyRequired: properties.boolean("apiKeyRequired"),
    authorization: readAuthorization({ name, properties }, authorizers),
    validation: readValidation(properties, validators),
    integration: readRestIntegration(ofMethod(integrations)[0], ofMethod(responses), upstreams),
  };
}

function readAuthorization(
  { name, properties }: Pick<Declared, "name" | "properties">,
  authorizers: ReadonlyMap<string, CognitoAuthorizer | RestLambdaAuthorizer>,
): RestAuthorization {
  const kind = properties.string("authorization");
  if (kind === "NONE") return { kind: "none" };
  if (kind === "AWS_IAM") return { kind: "iam" };
  const id = properties.string("authorizerId") ?? "";
  const authorizer = authorizers.get(id);
  if (kind === "COGNITO_USER_POOLS" && authorizer?.type === "COGNITO_USER_POOLS") {
    return { kind: "cognito", authorizer, scopes: properties.strings("authorizationScopes") };
  }
  if (kind === "CUSTOM" && (authorizer?.type === "TOKEN" || authorizer?.type === "REQUEST")) {
    return { kind: "lambda", authorizer };
  }
  throw new Error(
    `Method "${name}" has authorization ${kind} with authorizer "${id}"; expected an authorizer of that kind in the stack.`,
  );
}

/** @see https://www.pulumi.com/registry/packages/aws/api-docs/apigateway/authorizer/ (defaults) */
function readAuthorizer({ id, name, properties }: Declared): CognitoAuthorizer | RestLambdaAuthorizer {
  const type = properties.string("type") ?? "TOKEN";
  const sources = (properties.string("identitySource") ?? "method.request.header.Authorization").split(",");
  const identitySources = sources.map((source) => parseIdentitySource(source, name));
  const shared = {
    id,
    name: properties.string("name") ?? name,
    validation: properties.string("identityValidationExpression"),
    ttl: properties.number("authorizerResultTtlInSeconds") ?? 300,
  };
  if (type === "COGNITO_USER_POOLS") {
    const issuers = properties.strings("providerArns").map((arn) => poolIssuer(arn, name));
    return { ...shared, type, issuers, identitySource: identitySources[0]! };
  }
  if (type !== "TOKEN" && type !== "REQUEST") {
    throw new Error(`Authorizer "${name}" has the type "${type}"; expected TOKEN, REQUEST or COGNITO_USER_POOLS.`);
  }
  const uri = properties.string("authorizerUri");
  const reference = readFunctionReference(uri, properties.string("authorizerCredentials"));
  if (reference === undefined)
    throw new Error(`Authorizer "${name}" has the URI "${uri ?? ""}"; expected a function's invokeArn.`);
  return { ...shared, type, function: reference, identitySources };
}

function readGatewayResponse(properties: Declared["properties"]): GatewayResponse {
  const status = properties.string("statusCode");
  return {
    status: status === undefined ? undefined : Number(status),
    parameters: properties.record("responseParameters"),
    templates: properties.record("responseTemplates"),
  };
}
