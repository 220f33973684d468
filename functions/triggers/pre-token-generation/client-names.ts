import { DescribeUserPoolClientCommand } from "@aws-sdk/client-cognito-identity-provider";
import type { Cognito } from "../cognito";

/** The name of an app client, which is its key in the catalogue. */
export type ClientName = (userPoolId: string, clientId: string) => Promise<string>;

/**
 * Asks Cognito for the names of clients, once in the life of an execution environment: names do not change, and a call for each
 * token would soon be throttled. Failures are not remembered.
 * @throws {Error} when Cognito does not say, with its error as the cause
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPoolClient.html
 */
export function clientNames(client: Cognito): ClientName {
  const known = new Map<string, string>();
  return async (UserPoolId, ClientId) => {
    const key = `${UserPoolId}/${ClientId}`;
    const name = known.get(key) ?? (await describe(client, UserPoolId, ClientId));
    known.set(key, name);
    return name;
  };
}

async function describe(client: Cognito, UserPoolId: string, ClientId: string): Promise<string> {
  const failure = (cause?: unknown) =>
    new Error("The app client could not be looked up, so no token is issued. Try again later", { cause });
  const { UserPoolClient } = await client
    .send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }))
    .catch((cause: unknown) => {
      throw failure(cause);
    });
  if (!UserPoolClient?.ClientName) throw failure();
  return UserPoolClient.ClientName;
}
