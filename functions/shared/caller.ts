import type { APIGatewayProxyEvent, APIGatewayProxyEventV2 } from "aws-lambda";
import { groups as catalogueGroups } from "../../infra/catalogue/groups";

export type GroupName = keyof typeof catalogueGroups;

/** Who calls, as the authorizer in front of the function established it: the same, whichever API and authorizer a token went through. */
export interface Caller {
  /** The user's `sub`, the app client's id when no person is involved, or the ARN of an IAM user or role. */
  readonly subject: string;
  /** The app client that asked for the token, or the AWS account that an IAM caller belongs to. */
  readonly clientId: string;
  /** What the access token permits; empty for an ID token. */
  readonly scopes: readonly string[];
  /** Groups of the catalogue that the user is in; none for a machine. */
  readonly groups: readonly GroupName[];
  /** The customer on whose behalf the caller acts. */
  readonly tenant?: string;
  /** From an ID token only. */
  readonly email?: string;
}

/** What the Lambda authorizer passes on: flat strings, which is all that a REST API carries. `scope` and `groups` are lists of words. */
export type CallerContext = { readonly [Key in "subject" | "clientId" | "scope" | "groups"]: string } & {
  readonly tenant?: string;
};

type Claims = Readonly<Record<string, unknown>>;

/**
 * The caller of a REST API (payload 1.0) or an HTTP API (payload 2.0), behind any kind of authorizer; undefined on a public route.
 * The six shapes: `authorizer.claims` (Cognito on REST), `authorizer` itself (Lambda on REST), `authorizer.jwt.claims`, `authorizer.lambda`,
 * `identity` (IAM on REST), `authorizer.iam`.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function callerOf(event: APIGatewayProxyEvent | APIGatewayProxyEventV2): Caller | undefined {
  const { authorizer, identity } = event.requestContext as {
    readonly authorizer?: Claims | null;
    readonly identity?: Claims | null;
  };
  if (!authorizer) return identity ? fromIam(identity) : undefined;
  const claims = (authorizer.claims ?? (authorizer.jwt as { claims?: Claims } | undefined)?.claims) as
    | Claims
    | undefined;
  if (claims) return fromClaims(claims);
  return authorizer.iam ? fromIam(authorizer.iam as Claims) : fromContext((authorizer.lambda ?? authorizer) as Claims);
}

/** What an access token's claims come to in the Lambda authorizer's context. */
export function contextOf(claims: Claims): CallerContext {
  const groups = claims["cognito:groups"];
  return {
    subject: String(claims.sub),
    clientId: String(claims.client_id),
    scope: typeof claims.scope === "string" ? claims.scope : "",
    groups: Array.isArray(groups) ? groups.join(" ") : "",
    ...(isFilled(claims.tenant) && { tenant: claims.tenant }),
  };
}

function fromClaims(claims: Claims): Caller | undefined {
  if (!isFilled(claims.sub)) return undefined;
  return {
    subject: claims.sub,
    clientId: String(claims.client_id ?? claims.aud),
    scopes: words(claims.scope),
    groups: declaredGroups(claims["cognito:groups"]),
    ...(isFilled(claims.tenant) && { tenant: claims.tenant }),
    ...(isFilled(claims.email) && { email: claims.email }),
  };
}

/** Both are filled in by API Gateway, and only where it checked a signature. */
const fromIam = ({ userArn, accountId }: Claims): Caller | undefined =>
  isFilled(userArn) ? { subject: userArn, clientId: String(accountId), scopes: [], groups: [] } : undefined;

function fromContext(context: Claims): Caller | undefined {
  if (!isFilled(context.subject)) return undefined;
  return {
    subject: context.subject,
    clientId: String(context.clientId),
    scopes: words(context.scope),
    groups: declaredGroups(context.groups),
    ...(isFilled(context.tenant) && { tenant: context.tenant }),
  };
}

const isFilled = (value: unknown): value is string => typeof value === "string" && value !== "";

const words = (scope: unknown) => (typeof scope === "string" ? scope.split(" ").filter(Boolean) : []);

/**
 * A list of groups, which every authorizer writes its own way: `a,b` on REST APIs, `[a b]` on HTTP APIs, `a b` from the Lambda authorizer.
 * AWS documents neither of the first two. Names in the catalogue hold no commas, spaces or brackets, so all three read alike.
 * @see https://github.com/aws/chalice/issues/783
 * @see https://github.com/aws-solutions-library-samples/guidance-for-claude-code-with-amazon-bedrock/issues/802
 */
const declaredGroups = (groups: unknown): readonly GroupName[] =>
  (typeof groups === "string" ? groups.split(/[\s,[\]]+/) : []).filter((name): name is GroupName =>
    Object.hasOwn(catalogueGroups, name),
  );
