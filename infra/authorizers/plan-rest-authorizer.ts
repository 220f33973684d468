import type { JudgingAuthorizer } from "../catalogue/define/authorizer";
import type { Seconds } from "../catalogue/define/duration";
import { identityOf, restSource } from "./plan-identity";

/** An authorizer as a REST API knows it, apart from what other resources give. */
export interface RestAuthorizerPlan {
  readonly type: "COGNITO_USER_POOLS" | "REQUEST" | "TOKEN";
  /** Separated by commas. */
  readonly identitySource: string;
  /** Always written, 0 too: left out, it would be 300 seconds. */
  readonly authorizerResultTtlInSeconds: Seconds;
}

/**
 * What a REST API must get. A Lambda authorizer answers with a policy, which API Gateway caches by the identity sources and applies
 * to other methods as well: the function's policy covers all that its caller may call.
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html
 */
export function planRestAuthorizer(authorizer: JudgingAuthorizer, cacheTtl: Seconds): RestAuthorizerPlan {
  return {
    type: restType(authorizer),
    identitySource: identityOf(authorizer).map(restSource).join(","),
    authorizerResultTtlInSeconds: cacheTtl,
  };
}

function restType(authorizer: JudgingAuthorizer): RestAuthorizerPlan["type"] {
  switch (authorizer.kind) {
    case "cognito":
      return "COGNITO_USER_POOLS";
    case "lambda":
      return authorizer.rest === "token" ? "TOKEN" : "REQUEST";
  }
}
