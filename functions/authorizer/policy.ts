import type { APIGatewayAuthorizerResult, PolicyDocument } from "aws-lambda";
import type { CallerContext } from "../shared/caller";
import { type GuardedRoute, mayCall } from "./grants";

/**
 * What a REST API gets: a policy about every route that this function guards, not just the one that was called, because
 * API Gateway caches it and judges later calls of other routes by it. What the caller may not call is denied by name, so a
 * wildcard that stands for a path parameter can never let through a longer route.
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
  const denied = routes.filter((route) => !allowed.includes(route));
  const Statement = [statement("Allow", stageArn, allowed), statement("Deny", stageArn, denied)].flat();
  return {
    principalId: caller.subject,
    policyDocument: { Version: "2012-10-17", Statement },
    context: { ...caller },
  };
}

const statement = (
  Effect: "Allow" | "Deny",
  stageArn: string,
  routes: readonly GuardedRoute[],
): PolicyDocument["Statement"] =>
  routes.length === 0
    ? []
    : [
        {
          Effect,
          Action: "execute-api:Invoke",
          Resource: routes.map(({ method, path }) => `${stageArn}/${method}${path.replace(/\{[^}]+\}/g, "*")}`),
        },
      ];
