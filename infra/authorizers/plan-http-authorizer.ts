import type { JudgingAuthorizer } from "../catalogue/define/authorizer";
import type { Seconds } from "../catalogue/define/duration";
import { httpSource, identityOf } from "./plan-identity";

/** An authorizer as an HTTP API knows it, apart from what other resources give. */
export type HttpAuthorizerPlan =
  | { readonly authorizerType: "JWT"; readonly identitySources: readonly string[] }
  | {
      readonly authorizerType: "REQUEST";
      readonly identitySources: readonly string[];
      readonly authorizerPayloadFormatVersion: "2.0";
      readonly enableSimpleResponses: true;
      /** Always written, 0 too. */
      readonly authorizerResultTtlInSeconds: Seconds;
    };

/**
 * What an HTTP API must get. A JWT authorizer has no result TTL: API Gateway checks every token itself. A Lambda authorizer's
 * answer is cached by its identity sources for all routes alike, so the route is one of them.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export function planHttpAuthorizer(authorizer: JudgingAuthorizer, cacheTtl: Seconds): HttpAuthorizerPlan {
  const identitySources = identityOf(authorizer).map(httpSource);
  switch (authorizer.kind) {
    case "cognito":
      return { authorizerType: "JWT", identitySources };
    case "lambda":
      return {
        authorizerType: "REQUEST",
        identitySources: [...identitySources, "$context.routeKey"],
        authorizerPayloadFormatVersion: "2.0",
        enableSimpleResponses: true,
        authorizerResultTtlInSeconds: cacheTtl,
      };
  }
}
