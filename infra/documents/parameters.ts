import { pathParametersOf } from "../apis/plan-target";
import { identityOf } from "../authorizers/plan-identity";
import type { Authorizer } from "../catalogue/define/authorizer";
import type { Route } from "../catalogue/define/route";
import type { Parameter } from "./model";
import type { NamedSchemas } from "./named-schemas";

/**
 * A route's parameters: what its path and its declaration name, and what its authorizer looks at beside the token. A parameter that
 * takes all the rest of a path is written as API Gateway writes it, `{rest+}`: OpenAPI knows none.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html
 */
export function parametersOf(
  { path, request = {} }: Route,
  authorizer: Authorizer | undefined,
  schemas: NamedSchemas,
): readonly Parameter[] {
  const text = { type: "string" } as const;
  const inPath = pathParametersOf(path).map((name): Parameter => {
    const greedy = path.includes(`{${name}+}`);
    return {
      name: greedy ? `${name}+` : name,
      in: "path",
      required: true,
      ...(greedy && { description: "The rest of the path, slashes included" }),
      schema: schemas.refer(request.path?.[name] ?? text),
    };
  });
  const inQuery = Object.entries(request.query?.properties ?? {}).map(
    ([name, schema]): Parameter => ({
      name,
      in: "query",
      required: request.query?.required?.includes(name) ?? false,
      schema: schemas.refer(schema),
    }),
  );
  return [...inPath, ...inQuery, ...besideToken(authorizer, inQuery)];
}

/** Without these the caller is refused, whatever the token says. */
const besideToken = (authorizer: Authorizer | undefined, declared: readonly Parameter[]): readonly Parameter[] =>
  authorizer === undefined || authorizer.kind === "iam"
    ? []
    : identityOf(authorizer)
        .slice(1)
        .map((source): Parameter => {
          const [name, where] =
            "header" in source ? [source.header, "header" as const] : [source.query, "query" as const];
          const description = "The authorizer looks at it, too";
          return { name, in: where, required: true, description, schema: { type: "string" } };
        })
        .filter((one) => !declared.some((other) => other.in === one.in && other.name === one.name));
