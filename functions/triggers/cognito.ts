import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";

/** What triggers need of the SDK's client; tests put their own in its place. */
export type Cognito = Pick<CognitoIdentityProviderClient, "send">;

/**
 * A client that gives up in time: Cognito waits five seconds for a trigger, whatever the function's timeout, and two calls that
 * are tried twice each must fit into them.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
 */
export const cognito = (): Cognito =>
  new CognitoIdentityProviderClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 500, requestTimeout: 1_100, throwOnRequestTimeout: true },
  });
