import { firstHeader, firstQuery, type GatewayRequest } from "./request";

/** A place in a request that says who is calling. */
export interface IdentitySource {
  readonly from: "header" | "query" | "context" | "stageVariable";
  readonly name: string;
}

const forms: readonly { readonly from: IdentitySource["from"]; readonly prefix: RegExp }[] = [
  { from: "header", prefix: /^(?:method\.request\.(?:multivalue)?header|\$request\.header)\./i },
  { from: "query", prefix: /^(?:method\.request\.(?:multivalue)?querystring|\$request\.querystring)\./i },
  { from: "context", prefix: /^\$?context\./ },
  { from: "stageVariable", prefix: /^\$?stageVariables\./ },
];

/**
 * Reads REST's `method.request.header.X` and HTTP's `$request.header.X`, and likewise query strings, context and stage variables.
 * Errors: an expression of another form.
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_Authorizer.html (REST: identitySource)
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html (HTTP)
 */
export function parseIdentitySource(expression: string, authorizer: string): IdentitySource {
  const text = expression.trim();
  for (const { from, prefix } of forms) {
    const name = text.replace(prefix, "");
    if (name !== text && name !== "") return { from, name };
  }
  throw new Error(
    `Authorizer "${authorizer}" has the identity source "${expression}", which is none that API Gateway knows; ` +
      "expected method.request.header.<name> or method.request.querystring.<name> on a REST API, " +
      "$request.header.<name>, $request.querystring.<name>, $context.<name> or $stageVariables.<name> on an HTTP API.",
  );
}

/** The value of one source, or undefined when it is absent or empty. */
export function readIdentity(source: IdentitySource, request: GatewayRequest): string | undefined {
  const value = (() => {
    switch (source.from) {
      case "header":
        return firstHeader(request, source.name);
      case "query":
        return firstQuery(request, source.name);
      case "context":
        return request.context[source.name];
      case "stageVariable":
        return request.stage.variables[source.name];
    }
  })();
  return value === undefined || value === "" ? undefined : value;
}

/** The values of all sources in order, or undefined as soon as one is absent or empty: API Gateway then answers 401 by itself. */
export function readIdentities(
  sources: readonly IdentitySource[],
  request: GatewayRequest,
): readonly string[] | undefined {
  const values = sources.map((source) => readIdentity(source, request));
  return values.every((value) => value !== undefined) ? values : undefined;
}
