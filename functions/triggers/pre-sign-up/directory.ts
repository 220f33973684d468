import {
  AdminLinkProviderForUserCommand,
  ListUsersCommand,
  type UserType,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Cognito } from "../cognito";
import type { Account } from "./account";

/** Accounts of the user pool that calls. */
export interface Directory {
  /** Every account with that address; eventually consistent, as all of Cognito's lists. */
  withEmail(userPoolId: string, email: string): Promise<readonly Account[]>;
  /** From now on, who comes from the provider as `subject` signs in to the account. Limit: five a user. */
  link(userPoolId: string, username: string, provider: string, subject: string): Promise<void>;
}

/**
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminLinkProviderForUser.html
 */
export const cognitoDirectory = (client: Cognito): Directory => ({
  async withEmail(UserPoolId, email) {
    const accounts: Account[] = [];
    let PaginationToken: string | undefined;
    do {
      const page = await client.send(
        new ListUsersCommand({ UserPoolId, Filter: `email = "${escaped(email)}"`, PaginationToken }),
      );
      accounts.push(...(page.Users ?? []).map(toAccount));
      PaginationToken = page.PaginationToken;
    } while (PaginationToken !== undefined);
    return accounts;
  },
  async link(UserPoolId, username, ProviderName, subject) {
    await client.send(
      new AdminLinkProviderForUserCommand({
        UserPoolId,
        DestinationUser: { ProviderName: "Cognito", ProviderAttributeValue: username },
        SourceUser: { ProviderName, ProviderAttributeName: "Cognito_Subject", ProviderAttributeValue: subject },
      }),
    );
  },
});

/** Within a filter's quotation marks. */
const escaped = (value: string) => value.replace(/[\\"]/g, "\\$&");

function toAccount({ Username, UserStatus, Enabled, Attributes = [] }: UserType): Account {
  const value = (name: string) => Attributes.find(({ Name }) => Name === name)?.Value;
  return {
    username: Username ?? "",
    status: UserStatus ?? "UNKNOWN",
    enabled: Enabled === true,
    email: value("email") ?? "",
    emailVerified: value("email_verified") === "true",
  };
}
