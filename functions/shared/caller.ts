import type { APIGatewayProxyEvent, APIGatewayProxyEventV2 } from "aws-lambda";

/** Who calls, as the authorizer in front of the function established it. */
export interface Caller {
  /** The user's `sub`, or the app client's id when no person is involved. */
  readonly subject: string;
  /** The app client that asked for the token. */
  readonly clientId: string;
  /** What the access token permits; empty for an ID token. */
  readonly scopes: readonly string[];
  /** From an ID token only. */
  readonly email?: string;
}

/** What the Lambda authorizer passes on: flat strings, which is all that a REST API carries. */
export type CallerContext = { readonly [Key in "subject" | "clientId" | "scope"]: string };

type Claims = Readonly<Record<string, unknown>>;

/**
 * The caller of a REST API (payload 1.0) or an HTTP API (payload 2.0), behind either kind of authorizer; undefined on a public route.
 * The four shapes: `authorizer.claims` (Cognito on REST), `authorizer` itself (Lambda on REST), `authorizer.jwt.claims`, `authorizer.lambda`.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function callerOf(event: APIGatewayProxyEvent | APIGatewayProxyEventV2): Caller | undefined {
  const authorizer = (event.requestContext as { authorizer?: Claims | null }).authorizer;
  if (!authorizer) return undefined;
  const claims = (authorizer.claims ?? (authorizer.jwt as { claims?: Claims } | undefined)?.claims) as
    | Claims
    | undefined;
  return claims ? fromClaims(claims) : fromContext((authorizer.lambda ?? authorizer) as Claims);
}

function fromClaims(claims: Claims): Caller | undefined {
  if (typeof claims.sub !== "string") return undefined;
  return {
    subject: claims.sub,
    clientId: String(claims.client_id ?? claims.aud),
    scopes: words(claims.scope),
    ...(typeof claims.email === "string" && { email: claims.email }),
  };
}

function fromContext(context: Claims): Caller | undefined {
  if (typeof context.subject !== "string") return undefined;
  return { subject: context.subject, clientId: String(context.clientId), scopes: words(context.scope) };
}

const words = (scope: unknown) => (typeof scope === "string" ? scope.split(" ").filter(Boolean) : []);
