import type { AppClient } from "../catalogue/define/client";
import type { Settings } from "../config/schema";
import { planAttributes } from "./plan-client-attributes";
import { providersOf } from "./plan-identity-provider";

export interface AppClientPlan {
  /** Scopes of the catalogue's own; the rest are every OpenID provider's. */
  readonly customScopes: readonly string[];
  readonly standardScopes: readonly string[];
  /** Scopes of other teams' resource servers, which are there already. */
  readonly foreignScopes: readonly string[];
  /** Identity providers that it offers beside the user pool itself; none where nobody signs in to it. */
  readonly identityProviders: readonly string[];
  /** Whether it offers the user pool's own sign-in; not beside a provider that may begin sign-ins, which Cognito wants alone. */
  readonly offersUserPool: boolean;
  /** Whether people sign in to it, so that it needs a managed login to look at. */
  readonly isInteractive: boolean;
  readonly client: {
    readonly name: string;
    readonly generateSecret: boolean;
    readonly allowedOauthFlowsUserPoolClient: true;
    readonly allowedOauthFlows: string[];
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
    readonly refreshTokenRotation?: { readonly feature: "ENABLED"; readonly retryGracePeriodSeconds: number };
  };
}

/**
 * What an app client must get. Its name in AWS is its key in the catalogue, by which the function that shapes tokens knows it.
 * @throws {Error} when a client that people sign in to has no URLs: the settings' schema lets none through
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
export function planAppClient(name: string, client: AppClient<string>, settings: Settings): AppClientPlan {
  const { tokens } = settings;
  const common = {
    name,
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
  const foreignScopes = settings.consumers.scopes[name] ?? [];

  switch (client.kind) {
    case "machine":
      return {
        customScopes,
        standardScopes: [],
        foreignScopes,
        identityProviders: [],
        offersUserPool: false,
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
    case "native":
    case "web": {
      const urls = settings.clients[name];
      if (!urls) throw new Error(`${name} needs callback and sign-out URLs: people sign in to it.`);
      const isPublic = client.kind !== "web";
      const { readAttributes, writeAttributes, writesCustom } = planAttributes(name, settings);
      return {
        customScopes,
        standardScopes,
        foreignScopes,
        identityProviders: providersOf(name, settings.identityProviders),
        offersUserPool: !isProviderInitiated(name, settings.identityProviders),
        isInteractive: true,
        client: {
          ...common,
          generateSecret: !isPublic,
          allowedOauthFlows: ["code"],
          callbackUrls: [...urls.callbackUrls],
          logoutUrls: [...urls.logoutUrls],
          explicitAuthFlows: [...(isPublic && writesCustom ? [] : directFlows(settings)), ...refreshFlow(settings)],
          readAttributes,
          writeAttributes,
          ...(tokens.rotation && {
            refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: tokens.rotation.graceSeconds },
          }),
        },
      };
    }
  }
}

/** Never the flow that sends the password itself. A choice of first factors has a flow of its own. */
const directFlows = ({ userPool: { firstFactors } }: Settings) => [
  ...(firstFactors.includes("password") ? ["ALLOW_USER_SRP_AUTH"] : []),
  ...(firstFactors.some((factor) => factor !== "password") ? ["ALLOW_USER_AUTH"] : []),
];

/**
 * Rotation excludes the older way to refresh.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html
 */
const refreshFlow = ({ tokens }: Settings) => (tokens.rotation ? [] : ["ALLOW_REFRESH_TOKEN_AUTH"]);

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-SAML-session-initiation.html */
const isProviderInitiated = (client: string, providers: Settings["identityProviders"]) =>
  Object.values(providers).some((one) => one.kind === "saml" && one.providerInitiated && one.clients.includes(client));
