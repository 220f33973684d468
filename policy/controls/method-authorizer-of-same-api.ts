import type { Control } from "../control";
import { modelOf, type Route } from "../model/model";
import { families } from "../resource-types";

export const methodAuthorizerOfSameApi: Control = {
  id: "method-authorizer-of-same-api",
  title: "The authorizer of a method or route belongs to the same API.",
  severity: "high",
  level: "mandatory",
  types: [...families.restMethod, ...families.httpRoute],
  why: "API Gateway knows an authorizer within its own API only: it refuses another's late, in the middle of a deployment.",
  fix: "Declare an authorizer on this API, over the same user pool or function, and set authorizerId to its id.",
  source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
  checkStack: (stack) =>
    modelOf(stack)
      .routes.filter((route) => asksAuthorizer(route) && isForeign(route))
      .map(({ subject, resource }) => ({
        message: `${subject} names an authorizer of another API, so that nothing of this API checks its callers.`,
        urn: resource.urn,
      })),
};

/** Whether the type makes API Gateway look at authorizerId at all. */
export function asksAuthorizer({ authorization }: Pick<Route, "authorization">): boolean {
  if (authorization.state !== "known") return authorization.state === "unknown";
  return authorization.value !== "NONE" && authorization.value !== "AWS_IAM";
}

function isForeign({ api, authorizers }: Route): boolean {
  if (api === undefined || authorizers.length === 0) return false;
  return authorizers.every((authorizer) => authorizer.api !== undefined && authorizer.api !== api);
}
