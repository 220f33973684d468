import type { Control } from "../control";
import { type Authorizer, modelOf, type Route } from "../model/model";
import { families } from "../resource-types";

/** What a method or route must say of its authorizer, by the authorizer's type. */
const authorizationOf: Readonly<Record<Authorizer["service"], Readonly<Record<string, string>>>> = {
  rest: { TOKEN: "CUSTOM", REQUEST: "CUSTOM", COGNITO_USER_POOLS: "COGNITO_USER_POOLS" },
  http: { REQUEST: "CUSTOM", JWT: "JWT" },
};

export const methodAuthorizerTypeMatches: Control = {
  id: "method-authorizer-type-matches",
  title: "The type of a method or route and the type of its authorizer agree.",
  severity: "high",
  level: "mandatory",
  types: [...families.restMethod, ...families.httpRoute],
  why: "A method of one type with an authorizer of another is refused late, or checks callers in another way than it says.",
  fix: "Write COGNITO_USER_POOLS for a Cognito authorizer, CUSTOM for a Lambda authorizer and JWT for a JWT authorizer.",
  source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
  checkStack: (stack) =>
    modelOf(stack)
      .routes.filter(({ declaredBy }) => declaredBy !== "operation")
      .flatMap((route) => {
        const reason = whyWrong(route);
        return reason === undefined
          ? []
          : [
              {
                message: `${route.subject} and its authorizer are not of one kind: ${reason}.`,
                urn: route.resource.urn,
              },
            ];
      }),
};

function whyWrong({ authorization, authorizers }: Route): string | undefined {
  if (authorizers.length === 0 || authorization.state !== "known") return undefined;
  const said = authorization.value;
  if (said === "NONE" || said === "AWS_IAM") return undefined;
  if (authorizers.some((authorizer) => expected(authorizer) === said)) return undefined;
  const [authorizer] = authorizers;
  if (authorizer?.type.state === "unknown") return "the authorizer's type is not known before the deployment";
  const needed = authorizer && expected(authorizer);
  return needed === undefined
    ? "the authorizer has no type that its API knows"
    : `the authorizer's type asks for ${needed}`;
}

function expected({ service, type }: Authorizer): string | undefined {
  const types = authorizationOf[service];
  if (type.state !== "known" || typeof type.value !== "string") return undefined;
  return Object.hasOwn(types, type.value) ? types[type.value] : undefined;
}
