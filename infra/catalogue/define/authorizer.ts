import type { Seconds } from "./duration";

/**
 * Who decides whether a caller may pass. Declared once, projected onto both APIs:
 *
 * | kind | REST API | HTTP API |
 * | --- | --- | --- |
 * | `cognito` | COGNITO_USER_POOLS | JWT, whose answers AWS does not cache: `cacheTtl` has no effect there |
 * | `lambda` | REQUEST, answers with a policy | REQUEST, payload 2.0, answers yes or no |
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html
 */
export type Authorizer<FunctionName extends string> = {
  /**
   * How long API Gateway reuses one answer; an environment may override it.
   * Unit: seconds. Limits: 0 (no reuse) to 3600.
   * @see https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html
   */
  readonly cacheTtl: Seconds;
} & ({ readonly kind: "cognito" } | { readonly kind: "lambda"; readonly function: FunctionName });

/** Binds authorizers to the functions that exist. */
export const authorizersFor =
  <FunctionName extends string>() =>
  <const T extends Readonly<Record<string, Authorizer<FunctionName>>>>(authorizers: T): T =>
    authorizers;
