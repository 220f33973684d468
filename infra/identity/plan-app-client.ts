import type { AppClient } from "../catalogue/define/client";
import type { Settings } from "../config/schema";

export interface AppClientPlan {
  /** Scopes of the catalogue's own; the rest are every OpenID provider's. */
  readonly customScopes: readonly string[];
  readonly standardScopes: readonly string[];
  /** Whether people sign in to it, so that it needs a managed login to look at. */
  readonly isInteractive: boolean;
  readonly client: {
    readonly generateSecret: boolean;
    readonly allowedOauthFlowsUserPoolClient: true;
    readonly allowedOauthFlows: string[];
    readonly supportedIdentityProviders?: string[];
    readonly callbackUrls?: string[];
    readonly logoutUrls?: string[];
    readonly explicitAuthFlows: string[];
    readonly enableTokenRevocation: true;
    readonly preventUserExistenceErrors: "ENABLED";
    readonly readAttributes: string[];
    readonly writeAttributes: string[];
    readonly accessTokenValidity: number;
    readonly idTokenValidity: number;
    readonly refreshTokenValidity: number;
    readonly tokenValidityUnits: {
      readonly accessToken: string;
      readonly idToken: string;
      readonly refreshToken: string;
    };
  };
}

/** A client's callback and sign-out URLs in one environment. */
export type ClientUrls = Settings["clients"][string];

/**
 * What an app client must get.
 * @throws {Error} when a client that people sign in to has no URLs: the settings' schema lets none through
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
export function planAppClient(client: AppClient<string>, tokens: Settings["tokens"], urls?: ClientUrls): AppClientPlan {
  const common = {
    allowedOauthFlowsUserPoolClient: true,
    enableTokenRevocation: true,
    preventUserExistenceErrors: "ENABLED",
    accessTokenValidity: tokens.accessMinutes,
    idTokenValidity: tokens.idMinutes,
    refreshTokenValidity: tokens.refreshDays,
    tokenValidityUnits: { accessToken: "minutes", idToken: "minutes", refreshToken: "days" },
  } as const;
  const customScopes = client.scopes.filter((scope) => scope.includes("/"));
  const standardScopes = client.scopes.filter((scope) => !scope.includes("/"));

  switch (client.kind) {
    case "machine":
      return {
        customScopes,
        standardScopes: [],
        isInteractive: false,
        client: {
          ...common,
          generateSecret: true,
          allowedOauthFlows: ["client_credentials"],
          explicitAuthFlows: [],
          readAttributes: [],
          writeAttributes: [],
        },
      };
    case "browser":
    case "web":
      if (!urls) throw new Error("An app client that people sign in to needs callback and sign-out URLs.");
      return {
        customScopes,
        standardScopes,
        isInteractive: true,
        client: {
          ...common,
          generateSecret: client.kind === "web",
          allowedOauthFlows: ["code"],
          supportedIdentityProviders: ["COGNITO"],
          callbackUrls: [...urls.callbackUrls],
          logoutUrls: [...urls.logoutUrls],
          explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"],
          readAttributes: ["email", "email_verified", "name"],
          writeAttributes: ["email", "name"],
        },
      };
  }
}
