/** JSON Schema draft 4, as far as API Gateway's models know it. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html */
export type JsonSchema = {
  readonly type: "object" | "array" | "string" | "number" | "integer" | "boolean";
  /** What API documents call it. Default: it has no name of its own, and is written out wherever it stands. */
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: JsonSchema;
  readonly enum?: readonly (string | number)[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
};

/**
 * What a route takes. One declaration, checked on both APIs: a REST API checks the body, and that required parameters are there, before
 * it calls anything; the functions' shared wrapper checks all of it on either API, with the same answer.
 */
export interface RequestSchema {
  /** Path parameters by name; each is required. Default: any text. */
  readonly path?: Readonly<Record<string, JsonSchema>>;
  /** Query parameters. Default: none is looked at. */
  readonly query?: { readonly properties: Readonly<Record<string, JsonSchema>>; readonly required?: readonly string[] };
  /** The JSON body. Default: none is looked at. */
  readonly body?: JsonSchema;
}
