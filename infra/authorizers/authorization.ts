import type { Route } from "../catalogue/define/route";
import type { AuthorizerPlans } from "./plan-authorizers";

/**
 * How one route is guarded, in the words of its API. Scopes go only where API Gateway checks them: AWS rejects them on
 * CUSTOM authorization, where the function itself enforces the same list.
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_Method.html
 * @see https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes-routeid.html
 */
export interface Authorization<Type extends string> {
  readonly type: Type | "CUSTOM" | "AWS_IAM" | "NONE";
  /** The authorizer resource. Absent on a public route, and where IAM decides. */
  readonly authorizer?: string;
  readonly scopes?: string[];
}

export const restAuthorization = (route: Route, authorizers: AuthorizerPlans) =>
  authorization(route, authorizers, "COGNITO_USER_POOLS");

export const httpAuthorization = (route: Route, authorizers: AuthorizerPlans) =>
  authorization(route, authorizers, "JWT");

function authorization<Type extends string>(
  { authorizer, scopes }: Route,
  authorizers: AuthorizerPlans,
  checkedByGateway: Type,
): Authorization<Type> {
  if (authorizer === undefined) return { type: "NONE" };
  const { kind } = authorizers[authorizer]!;
  switch (kind) {
    case "cognito":
      return { type: checkedByGateway, authorizer, ...(scopes && { scopes: [...scopes] }) };
    case "lambda":
      return { type: "CUSTOM", authorizer };
    case "iam":
      return { type: "AWS_IAM" };
  }
}
