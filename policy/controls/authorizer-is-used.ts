import type { Control } from "../control";
import { modelOf } from "../model/model";
import { families } from "../resource-types";
import { asksAuthorizer } from "./method-authorizer-of-same-api";

export const authorizerIsUsed: Control = {
  id: "authorizer-is-used",
  title: "Some method or route uses each authorizer.",
  severity: "low",
  level: "advisory",
  types: [...families.restAuthorizer, ...families.httpAuthorizer, ...families.restApi, ...families.httpApi],
  why: "An authorizer that nothing uses looks like protection in a review and protects nothing; often its route was forgotten.",
  fix: "Set authorizerId and the type on the routes that it was made for, or remove it.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html",
  checkStack: (stack) =>
    modelOf(stack)
      .authorizers.filter(({ routes }) => !routes.some(asksAuthorizer))
      .map(({ subject, resource }) => ({
        message: `${subject} checks nobody: no method or route uses it.`,
        urn: resource.urn,
      })),
};
