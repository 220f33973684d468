/**
 * As much of OpenAPI as these documents use. Newer versions of 3.1 change no rule, and fewer tools know their number.
 * @see https://spec.openapis.org/oas/v3.1.0.html
 */
export interface OpenApiDocument {
  readonly openapi: "3.1.0";
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly Server[];
  readonly tags: readonly Tag[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses: Readonly<Record<string, Response>>;
    readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  };
}

export interface Server {
  readonly url: string;
  readonly description: string;
  readonly variables?: Readonly<Record<string, { readonly default: string; readonly description: string }>>;
}

export interface Tag {
  readonly name: string;
  readonly description?: string;
}

export type Verb = "get" | "post" | "put" | "patch" | "delete";
export type PathItem = { readonly [verb in Verb]?: Operation };

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly security: readonly SecurityRequirement[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: Responses;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Schema;
}

/** JSON Schema 2020-12, or a reference to some. */
export type Schema = Readonly<Record<string, unknown>>;
/** By media type. `*\/*`: the form of the answer is nobody's promise. */
export type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

export interface Response {
  readonly description: string;
  readonly content?: Content;
}

export interface Reference {
  readonly $ref: string;
}

/** By status, `4XX` and its like, or `default`. */
export type Responses = Readonly<Record<string, Response | Reference>>;

/** Schemes that a request needs together, each with the scopes of the token; of several requirements one is enough. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

export type SecurityScheme = { readonly description: string } & (
  | { readonly type: "oauth2"; readonly flows: { readonly [name in keyof Flows]?: Flows[name] } }
  | { readonly type: "http"; readonly scheme: "bearer"; readonly bearerFormat: "JWT" }
  | {
      readonly type: "apiKey";
      readonly in: "header" | "query";
      readonly name: string;
      readonly "x-amazon-apigateway-authtype"?: "awsSigv4";
    }
  | { readonly type: "mutualTLS" }
);

interface Flows {
  readonly authorizationCode: {
    readonly authorizationUrl: string;
    readonly tokenUrl: string;
    readonly refreshUrl: string;
    readonly scopes: Readonly<Record<string, string>>;
  };
  readonly clientCredentials: { readonly tokenUrl: string; readonly scopes: Readonly<Record<string, string>> };
}
