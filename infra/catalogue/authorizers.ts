import type { ClientName } from "./clients";
import { authorizersFor } from "./define/authorizer";
import { minutes } from "./define/duration";
import type { AuthorizerFunction } from "./functions";

/** A new authorizer goes here. API Gateway allows ten an API. */
export const authorizers = authorizersFor<AuthorizerFunction, ClientName>()({
  user: { kind: "cognito", cacheTtl: minutes(5) },
  tenant: { kind: "lambda", function: "authorizer", cacheTtl: minutes(1) },
});

export type AuthorizerName = keyof typeof authorizers;
