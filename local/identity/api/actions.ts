import type { Pool } from "../pool/pool";
import { userAttributes, userStatus } from "../triggers/event";
import type { Directory, User } from "../users/directory";
import { ApiFault } from "./api-fault";
import { readFilter } from "./filter";

type Input = Readonly<Record<string, unknown>>;
type Action = (parts: { readonly pool: Pool; readonly directory: Directory }, input: Input) => object;

/** ListUsers gives no more. */
const most = 60;
/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation-consolidate-users.html */
const mostIdentities = 5;

/**
 * The actions of the user pools API that functions need, in AWS's shapes; no others are played.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_Operations.html
 */
export const actions: Readonly<Record<string, Action>> = {
  DescribeUserPoolClient: ({ pool }, input) => {
    const client = pool.clients.get(text(input, "ClientId"));
    if (!client)
      throw new ApiFault("ResourceNotFoundException", `User pool client ${text(input, "ClientId")} does not exist.`);
    return {
      UserPoolClient: {
        UserPoolId: pool.id,
        ClientId: client.id,
        ClientName: client.name,
        AllowedOAuthFlows: [...client.flows],
        AllowedOAuthScopes: client.scopes,
        CallbackURLs: client.callbackUrls,
        LogoutURLs: client.logoutUrls,
        SupportedIdentityProviders: client.identityProviders,
      },
    };
  },

  ListUsers: ({ directory }, input) => {
    const { Filter = "", Limit = most } = input;
    const matches = readFilter(String(Filter));
    const found = directory.list().filter(({ user }) => matches(user));
    return {
      Users: found.slice(0, Math.min(most, Number(Limit))).map(({ user, created }) => ({
        ...describe(user, created),
        Attributes: attributeList(user),
      })),
    };
  },

  AdminGetUser: ({ directory }, input) => {
    const user = find(directory, text(input, "Username"));
    const { created } = directory.list().find((entry) => entry.user.sub === user.sub)!;
    return { ...describe(user, created), UserAttributes: attributeList(user) };
  },

  AdminLinkProviderForUser: ({ pool, directory }, input) => {
    const [destination, source] = [record(input, "DestinationUser"), record(input, "SourceUser")];
    if (text(destination, "ProviderName") !== "Cognito") {
      throw invalid("DestinationUser.ProviderName must be Cognito: only users of the pool are linked to here.");
    }
    if (text(source, "ProviderAttributeName") !== "Cognito_Subject") {
      throw invalid("SourceUser.ProviderAttributeName must be Cognito_Subject: other attributes are not matched here.");
    }
    const provider = pool.providers.get(text(source, "ProviderName"));
    if (!provider) throw invalid(`The user pool has no identity provider ${text(source, "ProviderName")}.`);
    const identity = { provider: provider.name, type: provider.type, subject: text(source, "ProviderAttributeValue") };
    if (directory.byIdentity(identity))
      throw invalid("Merging is not currently supported, provide a SourceUser that is not linked.");
    const user = find(directory, text(destination, "ProviderAttributeValue"));
    if ((user.identities?.length ?? 0) >= mostIdentities) {
      throw new ApiFault("LimitExceededException", `A user has at most ${mostIdentities} linked identities.`);
    }
    directory.link(user.sub, { ...identity, created: Date.now() });
    return {};
  },
};

const describe = (user: User, created: Date) => ({
  Username: user.username,
  Enabled: true,
  UserStatus: userStatus(user),
  UserCreateDate: created.getTime() / 1000,
  UserLastModifiedDate: created.getTime() / 1000,
});

const attributeList = (user: User) => {
  const { "cognito:user_status": _, ...attributes } = userAttributes(user);
  return Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
};

function find(directory: Directory, name: string): User {
  const user = directory.byName(name);
  if (user) return user;
  throw new ApiFault("UserNotFoundException", "User does not exist.");
}

const invalid = (message: string) => new ApiFault("InvalidParameterException", message);

function text(input: Input, name: string): string {
  const value = input[name];
  if (typeof value === "string" && value !== "") return value;
  throw invalid(`${name} is missing.`);
}

function record(input: Input, name: string): Input {
  const value = input[name];
  if (typeof value === "object" && value !== null) return value as Input;
  throw invalid(`${name} is missing.`);
}
