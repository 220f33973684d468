import type { Seconds } from "./duration";
import type { IdentitySource } from "./identity-source";

/**
 * Who decides whether a caller may pass. Declared once, projected onto both APIs:
 *
 * | kind | REST API | HTTP API |
 * | --- | --- | --- |
 * | `cognito` | COGNITO_USER_POOLS | JWT, whose answers AWS does not cache: `cacheTtl` has no effect there |
 * | `lambda` | REQUEST or TOKEN, answers with a policy | REQUEST, payload 2.0, answers yes or no |
 * | `iam` | AWS_IAM | AWS_IAM: callers sign requests with AWS credentials; there is no authorizer resource |
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html
 */
export type Authorizer<FunctionName extends string = string, ClientName extends string = string> =
  | ({ readonly kind: "cognito" } & Judged<ClientName>)
  | ({
      readonly kind: "lambda";
      readonly function: FunctionName;
      /** The first holds the token; the function looks at nothing else. Default: the Authorization header. */
      readonly identity?: readonly [IdentitySource, ...IdentitySource[]];
      /** What the REST API's authorizer is given: the whole request, or the token of its one identity source. Default: `request`. */
      readonly rest?: "request" | "token";
    } & Judged<ClientName>)
  | { readonly kind: "iam"; readonly cacheTtl?: never };

/** An authorizer that is a resource of each API it stands on. */
export type JudgingAuthorizer = Exclude<Authorizer, { readonly kind: "iam" }>;

interface Judged<ClientName extends string> {
  /**
   * How long API Gateway reuses one answer; an environment may override it.
   * Unit: seconds. Limits: 0 (no reuse) to 3600.
   * @see https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html
   */
  readonly cacheTtl: Seconds;
  /** The app clients whose tokens count. A REST API's `cognito` authorizer cannot tell them apart. Default: all of the catalogue. */
  readonly audiences?: readonly [ClientName, ...ClientName[]];
}

/** Binds authorizers to the functions and app clients that exist. */
export const authorizersFor =
  <FunctionName extends string, ClientName extends string>() =>
  <const T extends Readonly<Record<string, Authorizer<FunctionName, ClientName>>>>(authorizers: T): T =>
    authorizers;
