import type { APIGatewayAuthorizerResult } from "aws-lambda";
import { invokePattern, reaches } from "../../infra/catalogue/define/invoke-pattern";
import type { CallerContext } from "../shared/caller";
import { type GuardedRoute, mayCall } from "./grants";

/**
 * What a REST API gets: a policy about every route that this function guards, not just the one that was called, because
 * API Gateway caches it and judges later calls of other routes by it. Nothing is allowed that is not listed. A route that the caller
 * may not call, but which a wildcard of an allowed one reaches, is denied by name.
 * @param methodArn `arn:aws:execute-api:<region>:<account>:<api>/<stage>/<method>/<path>`
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
 */
export function policyFor(
  caller: CallerContext,
  methodArn: string,
  routes: readonly GuardedRoute[],
): APIGatewayAuthorizerResult {
  const stageArn = methodArn.split("/", 2).join("/");
  const held = caller.scope.split(" ");
  const allowed = routes.filter((route) => mayCall(route, held));
  const denied = routes.filter((route) => !allowed.includes(route) && allowed.some((one) => reaches(one, route)));
  const statement = (Effect: "Allow" | "Deny", patterns: readonly string[]) => ({
    Effect,
    Action: "execute-api:Invoke",
    Resource: patterns.map((pattern) => `${stageArn}/${pattern}`),
  });
  return {
    principalId: caller.subject,
    policyDocument: {
      Version: "2012-10-17",
      Statement:
        allowed.length === 0
          ? [statement("Deny", ["*"])]
          : [
              statement("Allow", allowed.map(invokePattern)),
              ...(denied.length === 0 ? [] : [statement("Deny", denied.map(invokePattern))]),
            ],
    },
    context: { ...caller },
  };
}
