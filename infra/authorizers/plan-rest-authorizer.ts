import type { Authorizer } from "../catalogue/define/authorizer";
import type { Seconds } from "../catalogue/define/duration";

/**
 * An authorizer as a REST API knows it. The TTL is always written, 0 too: left out, it would be 300 seconds.
 * A Lambda authorizer answers with a policy, which API Gateway caches by the token and applies to other methods as well:
 * the function's policy covers all that its caller may call.
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html
 */
export function planRestAuthorizer({ kind }: Pick<Authorizer<string>, "kind">, cacheTtl: Seconds) {
  const common = { identitySource: "method.request.header.Authorization", authorizerResultTtlInSeconds: cacheTtl };
  switch (kind) {
    case "cognito":
      return { ...common, type: "COGNITO_USER_POOLS" } as const;
    case "lambda":
      return { ...common, type: "REQUEST" } as const;
  }
}
