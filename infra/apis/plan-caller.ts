import type { AuthorizerPlans } from "../authorizers/plan-authorizers";
import type { Route } from "../catalogue/define/route";

/** Context variables, without the `$`, in which an API holds what its authorizer established. */
export interface CallerVariables {
  /** Absent on a public route. */
  readonly subject?: string;
  readonly clientId?: string;
  readonly tenant?: string;
}

/**
 * Of a REST API. A variable that has no value is empty text there.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
export function restCaller({ authorizer }: Pick<Route, "authorizer">, authorizers: AuthorizerPlans): CallerVariables {
  switch (kindOf(authorizer, authorizers)) {
    case "cognito":
      return {
        subject: "context.authorizer.claims.sub",
        clientId: "context.authorizer.claims.client_id",
        tenant: "context.authorizer.claims.tenant",
      };
    case "lambda":
      return {
        subject: "context.authorizer.subject",
        clientId: "context.authorizer.clientId",
        tenant: "context.authorizer.tenant",
      };
    case "iam":
      return { subject: "context.identity.userArn" };
    case undefined:
      return {};
  }
}

/**
 * Of an HTTP API, and only what always has a value: a mapping of one without fails the request, and there are no conditions. So no
 * tenant; and a client only where a scope makes sure that the token is an access token, since ID tokens name theirs in `aud`.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 */
export function httpCaller(
  { authorizer, scopes }: Pick<Route, "authorizer" | "scopes">,
  authorizers: AuthorizerPlans,
): CallerVariables {
  switch (kindOf(authorizer, authorizers)) {
    case "cognito":
      return {
        subject: "context.authorizer.claims.sub",
        ...(scopes && { clientId: "context.authorizer.claims.client_id" }),
      };
    case "lambda":
      return { subject: "context.authorizer.subject", clientId: "context.authorizer.clientId" };
    case "iam":
      return { subject: "context.identity.userArn" };
    case undefined:
      return {};
  }
}

const kindOf = (authorizer: string | undefined, authorizers: AuthorizerPlans) =>
  authorizer === undefined ? undefined : authorizers[authorizer]!.kind;

/** What callers prove who they are by, which is no upstream's business. */
export interface Credentials {
  readonly headers: readonly string[];
  readonly query: readonly string[];
}

/** The places that a route's authorizer looks at, and those that AWS itself knows: a public route's callers may send a token, too. */
export function credentialsOf(
  { authorizer, metered }: Pick<Route, "authorizer" | "metered">,
  authorizers: AuthorizerPlans,
): Credentials {
  const plan = authorizer === undefined ? undefined : authorizers[authorizer]!;
  const sources = plan === undefined || plan.kind === "iam" ? [] : plan.rest.identitySource.split(",");
  const named = (place: string) =>
    sources.flatMap((source) => (source.startsWith(place) ? [source.slice(place.length)] : []));
  const others = named("method.request.header.").filter((header) => header.toLowerCase() !== "authorization");
  return {
    headers: ["Authorization", ...others, ...(metered ? ["x-api-key"] : [])],
    query: named("method.request.querystring."),
  };
}
