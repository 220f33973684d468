import { CognitoJwtVerifier } from "aws-jwt-verify";
import {
  FetchError,
  JwksNotAvailableInCacheError,
  JwtBaseError,
  WaitPeriodNotYetEndedJwkError,
} from "aws-jwt-verify/error";
import type {
  APIGatewayAuthorizerResult,
  APIGatewayRequestAuthorizerEvent,
  APIGatewayRequestAuthorizerEventV2,
  APIGatewaySimpleAuthorizerWithContextResult,
} from "aws-lambda";
import { type CallerContext, contextOf } from "../shared/caller";
import { required } from "../shared/environment";
import { guardedRoutes, mayCall } from "./grants";
import { policyFor } from "./policy";
import { tokenIn } from "./token";

type Event = APIGatewayRequestAuthorizerEvent | APIGatewayRequestAuthorizerEventV2;
type Result = APIGatewayAuthorizerResult | APIGatewaySimpleAuthorizerWithContextResult<CallerContext | undefined>;

const verifier = CognitoJwtVerifier.create({
  userPoolId: required("USER_POOL_ID"),
  clientId: required("CLIENT_IDS").split(","),
  tokenUse: "access",
});

/**
 * One function for both APIs: a REST API gets a policy, an HTTP API (payload 2.0, simple responses) yes or no. So a bad
 * token is 401 on the one and 403 on the other, which has no answer that means 401.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export async function handler(event: Event): Promise<Result> {
  const caller = await identify(tokenIn(event.headers));
  return "version" in event ? simpleAnswer(caller, event.routeKey) : restAnswer(caller, event.methodArn);
}

function restAnswer(caller: CallerContext | undefined, methodArn: string): APIGatewayAuthorizerResult {
  // The one message that a REST API answers with 401: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
  if (!caller) throw new Error("Unauthorized");
  return policyFor(caller, methodArn, guardedRoutes("rest"));
}

function simpleAnswer(caller: CallerContext | undefined, routeKey: string) {
  const route = guardedRoutes("http").find(({ method, path }) => `${method} ${path}` === routeKey);
  const isAuthorized = caller !== undefined && route !== undefined && mayCall(route, caller.scope.split(" "));
  return { isAuthorized, context: caller };
}

/** Verifies signature, issuer, expiry, client and kind. Why a token fails is nobody's business but the log's. */
async function identify(token: string | undefined): Promise<CallerContext | undefined> {
  if (token === undefined) return undefined;
  try {
    return contextOf(await verifier.verify(token));
  } catch (error) {
    if (isOutage(error)) throw error;
    console.info(JSON.stringify({ refused: (error as Error).constructor.name }));
    return undefined;
  }
}

/** Keys that cannot be had are the platform's fault, not the caller's: an answer would be cached beyond the outage. */
const isOutage = (error: unknown) =>
  !(error instanceof JwtBaseError) ||
  error instanceof FetchError ||
  error instanceof JwksNotAvailableInCacheError ||
  error instanceof WaitPeriodNotYetEndedJwkError;
