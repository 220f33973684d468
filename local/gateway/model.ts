import type { IdentitySource } from "./identity-source";
import type { FunctionReference, HttpIntegration, RestIntegration } from "./model-integrations";

export type * from "./model-integrations";

/** What API Gateway serves, read from a stack: every reference resolved, every default filled in. */
export type Api = RestApi | HttpApi;

interface ApiIdentity {
  /** Name of the API's Pulumi resource. */
  readonly name: string;
  readonly id: string;
  readonly region: string;
  /** Twelve digits. */
  readonly account: string;
  /** `arn:aws:execute-api:<region>:<account>:<api id>`. */
  readonly executionArn: string;
  /** Those that are deployed. */
  readonly stages: readonly Stage[];
}

export interface Stage {
  readonly name: string;
  readonly variables: Readonly<Record<string, string>>;
}

export interface RestApi extends ApiIdentity {
  readonly kind: "rest";
  readonly routes: readonly RestRoute[];
  /** By type, such as `DEFAULT_4XX`. */
  readonly gatewayResponses: ReadonlyMap<string, GatewayResponse>;
  readonly binaryMediaTypes: readonly string[];
  /** The keys that callers may send, with the usage plans that let them. */
  readonly apiKeys: readonly ApiKey[];
  /** Where the key is: in the `x-api-key` header, or in the authorizer's answer. */
  readonly apiKeySource: "HEADER" | "AUTHORIZER";
  /** Ids of the models that bodies are checked against, with their JSON schemas. */
  readonly models: readonly Model[];
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html */
export interface ApiKey {
  readonly id: string;
  readonly value: string;
  readonly enabled: boolean;
  readonly plans: readonly UsagePlan[];
}

export interface UsagePlan {
  readonly id: string;
  /** Names of the stages of this API that it opens. */
  readonly stages: readonly string[];
  readonly throttle?: Throttle;
  /** By `<path>/<METHOD>`, such as `/orders/GET`: in place of the plan's own. */
  readonly methodThrottles: Readonly<Record<string, Throttle>>;
  readonly quota?: {
    readonly limit: number;
    readonly period: "DAY" | "WEEK" | "MONTH";
  };
}

export interface Throttle {
  /** Requests a second. */
  readonly rate: number;
  /** Requests at once. */
  readonly burst: number;
}

export interface Model {
  readonly name: string;
  /** JSON schema, draft 4, as text. */
  readonly schema: string;
}

export interface RestRoute {
  readonly resourceId: string;
  /** Upper case, or `ANY`. */
  readonly method: string;
  /** Such as `/orders/{id}`. */
  readonly path: string;
  readonly apiKeyRequired: boolean;
  /** Absent: nothing is checked. */
  readonly validation?: RequestValidation;
  readonly authorization: RestAuthorization;
  readonly integration: RestIntegration;
}

export type RestAuthorization =
  | { readonly kind: "none" }
  | { readonly kind: "iam" }
  | { readonly kind: "cognito"; readonly authorizer: CognitoAuthorizer; readonly scopes: readonly string[] }
  | { readonly kind: "lambda"; readonly authorizer: RestLambdaAuthorizer };

interface AuthorizerIdentity {
  readonly id: string;
  /** The authorizer's own name, as its users know it. */
  readonly name: string;
}

export interface CognitoAuthorizer extends AuthorizerIdentity {
  readonly type: "COGNITO_USER_POOLS";
  /** One for each user pool: `https://cognito-idp.<region>.amazonaws.com/<pool>`. */
  readonly issuers: readonly string[];
  readonly identitySource: IdentitySource;
  /** Regular expression that the token's `aud` must match. */
  readonly validation?: string;
  /** Seconds. */
  readonly ttl: number;
}

export interface RestLambdaAuthorizer extends AuthorizerIdentity {
  readonly type: "TOKEN" | "REQUEST";
  readonly function: FunctionReference;
  readonly identitySources: readonly IdentitySource[];
  /** Regular expression that a `TOKEN` authorizer's token must match. */
  readonly validation?: string;
  /** Seconds. */
  readonly ttl: number;
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html */
export interface RequestValidation {
  /** Such as `method.request.querystring.page`; all must be there. Empty where parameters are not checked. */
  readonly parameters: readonly string[];
  /** Names of models by media type; absent where bodies are not checked. */
  readonly models?: Readonly<Record<string, string>>;
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html */
export interface GatewayResponse {
  readonly status?: number;
  /** Such as `gatewayresponse.header.Access-Control-Allow-Origin` to `'*'`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** By media type. */
  readonly templates: Readonly<Record<string, string>>;
}

export interface HttpApi extends ApiIdentity {
  readonly kind: "http";
  readonly routes: readonly HttpRoute[];
  readonly cors?: Cors;
}

export interface HttpRoute {
  /** Such as `GET /orders/{id}`, or `$default`. */
  readonly key: string;
  /** Upper case, or `ANY`. */
  readonly method: string;
  /** Absent on `$default`. */
  readonly path?: string;
  readonly authorization: HttpAuthorization;
  readonly integration: HttpIntegration;
}

export type HttpAuthorization =
  | { readonly kind: "none" }
  | { readonly kind: "iam" }
  | { readonly kind: "jwt"; readonly authorizer: JwtAuthorizer; readonly scopes: readonly string[] }
  | { readonly kind: "lambda"; readonly authorizer: HttpLambdaAuthorizer };

export interface JwtAuthorizer extends AuthorizerIdentity {
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly identitySource: IdentitySource;
}

export interface HttpLambdaAuthorizer extends AuthorizerIdentity {
  readonly function: FunctionReference;
  readonly identitySources: readonly IdentitySource[];
  readonly payloadFormat: "1.0" | "2.0";
  readonly simpleResponses: boolean;
  /** Seconds. */
  readonly ttl: number;
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html */
export interface Cors {
  readonly allowCredentials: boolean;
  readonly allowHeaders: readonly string[];
  readonly allowMethods: readonly string[];
  readonly allowOrigins: readonly string[];
  readonly exposeHeaders: readonly string[];
  /** Seconds. */
  readonly maxAge?: number;
}
