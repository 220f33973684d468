import type {
  APIGatewayAuthorizerResult,
  APIGatewayRequestAuthorizerEvent,
  APIGatewayRequestAuthorizerEventV2,
  APIGatewaySimpleAuthorizerWithContextResult,
  APIGatewayTokenAuthorizerEvent,
} from "aws-lambda";
import type { Authorizer } from "../../infra/catalogue/define/authorizer";
import { header, type IdentitySource } from "../../infra/catalogue/define/identity-source";
import type { Route } from "../../infra/catalogue/define/route";
import type { CallerContext } from "../shared/caller";
import { type GuardedRoute, guardedRoutes, mayCall } from "./grants";
import { policyFor } from "./policy";
import { bare, tokenAt } from "./token";

export type AuthorizerEvent =
  | APIGatewayTokenAuthorizerEvent
  | APIGatewayRequestAuthorizerEvent
  | APIGatewayRequestAuthorizerEventV2;

export type AuthorizerAnswer =
  | APIGatewayAuthorizerResult
  | APIGatewaySimpleAuthorizerWithContextResult<CallerContext | undefined>;

export interface Trust {
  readonly authorizers: Readonly<Record<string, Authorizer>>;
  readonly routes: readonly Route[];
  /** The authorizers that ask this function. */
  readonly own: readonly string[];
  /** Who a token speaks for; undefined when it is not good. */
  readonly identify: (token: string) => Promise<CallerContext | undefined>;
}

/**
 * One function for both APIs: a REST API gets a policy, an HTTP API (payload 2.0, simple responses) yes or no. So a bad
 * token is 401 on the one and 403 on the other, which has no answer that means 401.
 * @throws {Error} `Unauthorized`, the one message that a REST API answers with 401
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
 */
export async function decide(event: AuthorizerEvent, trust: Trust): Promise<AuthorizerAnswer> {
  return isHttp(event) ? simpleAnswer(event, trust) : policyAnswer(event, trust);
}

type HttpEvent = APIGatewayRequestAuthorizerEventV2;
type RestEvent = Exclude<AuthorizerEvent, HttpEvent>;

const isHttp = (event: AuthorizerEvent): event is HttpEvent => "version" in event && event.version === "2.0";

async function policyAnswer(event: RestEvent, trust: Trust) {
  const guarded = guardedRoutes(trust.routes, "rest", trust.own);
  const caller = await identify(restToken(event, guarded, trust), trust);
  if (!caller) throw new Error("Unauthorized");
  return policyFor(caller, event.methodArn, guarded);
}

async function simpleAnswer(event: HttpEvent, trust: Trust) {
  const guarded = guardedRoutes(trust.routes, "http", trust.own);
  const route = guarded.find(({ method, path }) => `${method} ${path}` === event.routeKey);
  const caller = await identify(route && tokenAt(tokenSource(route, trust), event), trust);
  const isAuthorized = caller !== undefined && route !== undefined && mayCall(route, caller.scope.split(" "));
  return { isAuthorized, context: caller };
}

/** API Gateway itself takes a TOKEN authorizer's token out of the request. */
function restToken(event: RestEvent, guarded: readonly GuardedRoute[], trust: Trust): string | undefined {
  if (event.type === "TOKEN") return bare(event.authorizationToken);
  const route = guarded.find(({ method, path }) => method === event.httpMethod && path === event.resource);
  return route && tokenAt(tokenSource(route, trust), event);
}

function tokenSource({ authorizer }: GuardedRoute, { authorizers }: Trust): IdentitySource {
  const declared = authorizers[authorizer];
  return (declared?.kind === "lambda" ? declared.identity?.[0] : undefined) ?? header("Authorization");
}

const identify = async (token: string | undefined, trust: Trust) =>
  token === undefined ? undefined : trust.identify(token);
