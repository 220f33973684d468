import type { Control } from "../control";
import { type Authorizer, type Model, modelOf } from "../model/model";
import { readOf, textOf } from "../model/property";
import type { StackResource } from "../resource";
import { families } from "../resource-types";

/** Such as `arn:aws:execute-api:eu-west-1:123456789012:abc123/authorizers/xyz789`. */
const oneAuthorizer = /^arn:[^:]*:execute-api:[^:]*:[^:]*:[^:/*]+\/authorizers\/[^/*]+$/;

export const authorizerPermissionScoped: Control = {
  id: "authorizer-permission-scoped",
  title: "API Gateway may invoke an authorizer's function as that authorizer only.",
  severity: "high",
  level: "mandatory",
  types: families.lambdaPermission,
  why: "Through a wider permission the function can be called as a back end, with an event that the caller makes up.",
  fix: "Set sourceArn to <execution ARN>/authorizers/<authorizer id>, one Permission for each authorizer.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html",
  checkStack: (stack) => {
    const model = modelOf(stack);
    const served = authorizersByFunction(model);
    return model.relations.all("lambdaPermission").flatMap((permission) => {
      const authorizers = served.get(functionOf(permission, "function", model) ?? "");
      if (authorizers === undefined || !isForApiGateway(permission)) return [];
      const reason = whyWide(permission, authorizers, model);
      return reason === undefined
        ? []
        : [
            {
              message: `More than its authorizer can invoke this authorizer function: ${reason}.`,
              urn: permission.urn,
            },
          ];
    });
  },
};

function authorizersByFunction(model: Model): ReadonlyMap<string, ReadonlySet<StackResource>> {
  const served = new Map<string, Set<StackResource>>();
  for (const { resource, type, scheme } of model.authorizers) {
    if (scheme !== undefined || !isLambda(type)) continue;
    const key = functionOf(resource, "authorizerUri", model);
    if (key === undefined) continue;
    const others = served.get(key);
    if (others === undefined) served.set(key, new Set([resource]));
    else others.add(resource);
  }
  return served;
}

function isLambda(type: Authorizer["type"]): boolean {
  return type.state === "known" && (type.value === "TOKEN" || type.value === "REQUEST");
}

/** A key for the function that a property names by name, ARN or invoke ARN: its URN, or its name outside the stack. */
function functionOf(resource: StackResource, property: string, { relations }: Model): string | undefined {
  const text = textOf(resource, property);
  const arn = text?.match(/arn:[^:]*:lambda:[^:]*:[^:]*:function:([^:/]+)/);
  const named =
    text === undefined
      ? undefined
      : (relations.named("lambdaFunction", text) ?? relations.named("lambdaFunction", arn?.[1] ?? text));
  if (named !== undefined) return named.urn;
  const [related, ...others] = relations.related(resource, property, "lambdaFunction");
  if (related !== undefined && others.length === 0) return related.urn;
  return text === undefined ? undefined : (arn?.[1] ?? text);
}

/** Permissions for other services let nobody in through an API. An unknown principal may be API Gateway. */
function isForApiGateway(permission: StackResource): boolean {
  const principal = readOf(permission, "principal");
  return principal.state !== "known" || principal.value === "apigateway.amazonaws.com" || principal.value === "*";
}

function whyWide(
  permission: StackResource,
  authorizers: ReadonlySet<StackResource>,
  { relations }: Model,
): string | undefined {
  const source = readOf(permission, "sourceArn");
  switch (source.state) {
    case "absent":
      return "sourceArn is absent, so that any API may";
    case "known":
      return typeof source.value === "string" && oneAuthorizer.test(source.value)
        ? undefined
        : "sourceArn does not end in /authorizers/ and one id";
    case "unknown": {
      const made = [
        ...relations.related(permission, "sourceArn", "restAuthorizer"),
        ...relations.related(permission, "sourceArn", "httpAuthorizer"),
      ];
      return made.some((authorizer) => authorizers.has(authorizer))
        ? undefined
        : "sourceArn is not known before the deployment, and is not made from the authorizer's id";
    }
  }
}
