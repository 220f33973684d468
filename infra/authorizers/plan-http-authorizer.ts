import type { Authorizer } from "../catalogue/define/authorizer";
import type { Seconds } from "../catalogue/define/duration";

const header = "$request.header.Authorization";

/**
 * An authorizer as an HTTP API knows it. A JWT authorizer has no result TTL: API Gateway checks every token itself. A Lambda
 * authorizer's answer is cached by its identity sources for all routes alike, so the route is one of them.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export function planHttpAuthorizer({ kind }: Pick<Authorizer<string>, "kind">, cacheTtl: Seconds) {
  switch (kind) {
    case "cognito":
      return { authorizerType: "JWT", identitySources: [header] } as const;
    case "lambda":
      return {
        authorizerType: "REQUEST",
        identitySources: [header, "$context.routeKey"],
        authorizerPayloadFormatVersion: "2.0",
        enableSimpleResponses: true,
        authorizerResultTtlInSeconds: cacheTtl,
      } as const;
  }
}
