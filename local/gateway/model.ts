import type { IdentitySource } from "./identity-source";

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
}

export interface RestRoute {
  readonly resourceId: string;
  /** Upper case, or `ANY`. */
  readonly method: string;
  /** Such as `/orders/{id}`. */
  readonly path: string;
  readonly apiKeyRequired: boolean;
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

/** A Lambda function as an API names it. */
export interface FunctionReference {
  readonly arn: string;
  /** True where the API calls it with a role of its own, which needs no permission on the function. */
  readonly assumesRole: boolean;
}

export type RestIntegration =
  | { readonly kind: "lambda"; readonly function: FunctionReference; readonly timeoutMs: number }
  | {
      readonly kind: "mock";
      /** By media type. */
      readonly requestTemplates: Readonly<Record<string, string>>;
      readonly responses: readonly MockResponse[];
    }
  | { readonly kind: "unsupported"; readonly type: string };

export interface MockResponse {
  readonly status: number;
  /** Chooses this response when it matches the mock's status; absent for the default response. */
  readonly selectionPattern?: string;
  /** Such as `method.response.header.Access-Control-Allow-Origin` to `'*'`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** By media type. */
  readonly templates: Readonly<Record<string, string>>;
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

export type HttpIntegration =
  | {
      readonly kind: "lambda";
      readonly function: FunctionReference;
      readonly payloadFormat: "1.0" | "2.0";
      readonly timeoutMs: number;
    }
  | { readonly kind: "unsupported"; readonly type: string };

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
