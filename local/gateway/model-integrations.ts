/** What stands behind the routes of an API. */

/** A Lambda function as an API names it. */
export interface FunctionReference {
  readonly arn: string;
  /** True where the API calls it with a role of its own, which needs no permission on the function. */
  readonly assumesRole: boolean;
}

export type RestIntegration =
  | {
      readonly kind: "lambda";
      readonly function: FunctionReference;
      readonly timeoutMs: number;
      /** Whether the answer is sent while it is made. */
      readonly streams: boolean;
    }
  | HttpEndpoint
  | QueueEndpoint
  | {
      readonly kind: "mock";
      /** By media type. */
      readonly requestTemplates: Readonly<Record<string, string>>;
      readonly responses: readonly IntegrationResponse[];
    }
  | { readonly kind: "unsupported"; readonly type: string };

/** What REST integrations that send a request have in common. */
export interface RestMapping {
  /** Absent: the caller's. */
  readonly method?: string;
  readonly uri: string;
  /** Such as `integration.request.header.X-Subject` to `context.authorizer.claims.sub`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** By media type. Proxy integrations have none. */
  readonly templates: Readonly<Record<string, string>>;
  readonly passthrough: "WHEN_NO_MATCH" | "WHEN_NO_TEMPLATES" | "NEVER";
  /** Proxy integrations have none. */
  readonly responses: readonly IntegrationResponse[];
  readonly timeoutMs: number;
}

export interface HttpEndpoint extends RestMapping {
  readonly kind: "http";
  /** `HTTP_PROXY` passes the request and the answer on; `HTTP` passes only what is mapped. */
  readonly proxy: boolean;
  readonly streams: boolean;
  readonly upstream: UpstreamIdentity;
}

/** A queue as an AWS service integration. */
export interface QueueEndpoint extends RestMapping {
  readonly kind: "queue";
  /** `/<account>/<name>`. */
  readonly path: string;
  /** Whether the API has a role with which it may send. */
  readonly assumesRole: boolean;
}

/** What a service that requests are passed on to is called, first the name that messages use. */
export interface UpstreamIdentity {
  readonly names: readonly string[];
  /** Whether it stands behind a VPC link. */
  readonly isPrivate: boolean;
}

export interface IntegrationResponse {
  readonly status: number;
  /** Chooses this response when it matches the status of the integration's answer; absent for the default response. */
  readonly selectionPattern?: string;
  /** Such as `method.response.header.Access-Control-Allow-Origin` to `'*'`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** By media type. */
  readonly templates: Readonly<Record<string, string>>;
}

export type HttpIntegration =
  | {
      readonly kind: "lambda";
      readonly function: FunctionReference;
      readonly payloadFormat: "1.0" | "2.0";
      readonly timeoutMs: number;
    }
  | {
      readonly kind: "http";
      /** Absent: the caller's. */
      readonly method?: string;
      /** Absent behind a VPC link: the caller's path is kept there. */
      readonly uri?: string;
      readonly upstream: UpstreamIdentity;
      /** Such as `overwrite:header.x-subject` to `$context.authorizer.claims.sub`. */
      readonly parameters: Readonly<Record<string, string>>;
      /** By status of the answer. */
      readonly responseParameters: Readonly<Record<string, Readonly<Record<string, string>>>>;
      readonly timeoutMs: number;
    }
  | {
      readonly kind: "queue";
      /** `SQS-SendMessage` and its parameters, such as `MessageBody` to `$request.body`. */
      readonly action: string;
      readonly parameters: Readonly<Record<string, string>>;
      readonly assumesRole: boolean;
      readonly responseParameters: Readonly<Record<string, Readonly<Record<string, string>>>>;
    }
  | { readonly kind: "unsupported"; readonly type: string };
