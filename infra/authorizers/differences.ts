import type { Authorizer } from "../catalogue/define/authorizer";
import { describeSource, identityOf } from "./plan-identity";

/**
 * What the two APIs cannot do alike for one declaration.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html
 * @see https://repost.aws/knowledge-center/api-gateway-cross-account-403 (IAM from another account)
 */
export function differencesOf(authorizer: Authorizer): readonly string[] {
  switch (authorizer.kind) {
    case "cognito":
      return [
        "The HTTP API caches no answers: the TTL is the REST API's alone.",
        `The REST API takes tokens of every app client of the pool; the HTTP API takes those of ${
          authorizer.audiences ? authorizer.audiences.join(", ") : "the clients in the catalogue"
        }.`,
        "A route without scopes takes ID tokens alone on the REST API, ID and access tokens on the HTTP API.",
        "A genuine token that lacks the scope is 401 on the REST API and 403 on the HTTP API.",
      ];
    case "lambda": {
      const sources = identityOf(authorizer).map(describeSource).join(" and ");
      return [
        "A bad token is 401 on the REST API and 403 on the HTTP API, whose simple answers know only yes and no.",
        `The REST API caches one policy, for all routes, by ${sources}; the HTTP API one answer by the same and the route.`,
        ...(authorizer.rest === "token"
          ? ["The REST API shows the function the token alone; the HTTP API shows it the request without its body."]
          : []),
      ];
    }
    case "iam":
      return [
        "The REST API names a caller's IAM user or role in requestContext.identity, the HTTP API in requestContext.authorizer.iam.",
        "A resource policy can let in another AWS account on the REST API; the HTTP API has none, so that account assumes a role of this one.",
      ];
  }
}
