import { CognitoJwtVerifier } from "aws-jwt-verify";
import {
  FetchError,
  JwksNotAvailableInCacheError,
  JwtBaseError,
  WaitPeriodNotYetEndedJwkError,
} from "aws-jwt-verify/error";
import { authorizers } from "../../infra/catalogue/authorizers";
import { routes } from "../../infra/catalogue/routes";
import { type CallerContext, contextOf } from "../shared/caller";
import { required } from "../shared/environment";
import { type AuthorizerAnswer, type AuthorizerEvent, decide } from "./decide";

const verifier = CognitoJwtVerifier.create({
  userPoolId: required("USER_POOL_ID"),
  clientId: required("CLIENT_IDS").split(","),
  tokenUse: "access",
});
const own = required("AUTHORIZERS").split(",");

export const handler = (event: AuthorizerEvent): Promise<AuthorizerAnswer> =>
  decide(event, { authorizers, routes, own, identify });

/** Verifies signature, issuer, expiry, client and kind. Why a token fails is nobody's business but the log's. */
async function identify(token: string): Promise<CallerContext | undefined> {
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
