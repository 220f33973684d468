import { acknowledgedSchema, isAcknowledged } from "../acknowledged";
import type { Control } from "../control";
import { listIn } from "../model/list";
import { modelOf } from "../model/model";
import { type WayIn, waysInto } from "../model/way-in";
import { families } from "../resource-types";

export const authorizerScopes: Control = {
  id: "authorizer-scopes",
  title: "Every method and route with a Cognito or JWT authorizer asks for scopes.",
  severity: "medium",
  level: "advisory",
  types: [...families.restMethod, ...families.httpRoute, ...families.restApi, ...families.httpApi],
  why: "Without scopes any ID token of the user pool will do, whichever client it was made for and whatever it may do.",
  fix: "Set authorizationScopes to the scopes of a resource server that callers need; one of them is enough to get in.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html",
  settings: {
    acknowledged: acknowledgedSchema("a list of methods, routes and APIs that any token of the user pool may open", [
      { resource: "rest-get-profile", reason: "It tells callers who they are, from the token that they bring" },
      { resource: "http-get-profile", reason: "It tells callers who they are, from the token that they bring" },
    ]),
  },
  checkResource: (resource, settings) =>
    waysInto(resource)
      .filter((way) => takesTokens(way.authorization) && asksForNone(way))
      .filter(() => !isAcknowledged(resource.name, settings))
      .map(({ subject }) => `${subject} ${problem}.`),
  // A type that is not known yet is told by the authorizer.
  checkStack: (stack, { settings }) =>
    modelOf(stack)
      .routes.filter((route) => route.authorization.state === "unknown" && asksForNone(route))
      .filter(({ authorizers }) => authorizers.length > 0 && authorizers.every(({ type }) => takesTokens(type)))
      .filter(({ resource }) => !isAcknowledged(resource.name, settings))
      .map(({ subject, resource }) => ({ message: `${subject} ${problem}.`, urn: resource.urn })),
};

const problem = "lets in whoever has any token of the user pool, an ID token too: it asks for no scope";

function takesTokens(type: WayIn["authorization"]): boolean {
  return type.state === "known" && (type.value === "COGNITO_USER_POOLS" || type.value === "JWT");
}

function asksForNone({ scopes }: WayIn): boolean {
  return listIn(scopes).state === "none";
}
