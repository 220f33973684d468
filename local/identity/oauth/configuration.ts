import { randomBytes, randomUUID } from "node:crypto";
import type { ClientMetadata, Configuration, errors, interactionPolicy, KoaContextWithOIDC } from "oidc-provider";
import type { AppClient } from "../pool/app-client";
import type { Pool } from "../pool/pool";
import type { SigningKeys } from "../tokens/signing-keys";
import type { Directory } from "../users/directory";
import { MemoryAdapter } from "./memory-adapter";
import { paths } from "./paths";
import { decideMachineScopes, decideUserScopes, parseScopes } from "./scopes";

/** What oidc-provider exports beside its server; it is an ES module, and comes by `import()`. */
export interface Library {
  readonly errors: typeof errors;
  readonly interactionPolicy: typeof interactionPolicy;
}

const minutes = 60;

/**
 * How oidc-provider plays Cognito. It keeps sessions, codes, PKCE, client secrets, grants, rotation and revocation, with
 * opaque tokens; `shapeResponses` puts Cognito's tokens in their place.
 */
export function configuration(
  { pool, keys, directory }: { readonly pool: Pool; readonly keys: SigningKeys; readonly directory: Directory },
  { errors, interactionPolicy }: Library,
  renderError: Configuration["renderError"],
): Configuration {
  const clientOf = (id: string | undefined) => pool.clients.get(id ?? "")!;
  const policy = interactionPolicy.base();
  policy.remove("consent");

  return {
    adapter: (kind) =>
      kind === "RefreshToken"
        ? new MemoryAdapter(({ clientId }) => clientOf(clientId).rotation?.graceSeconds ?? 0)
        : new MemoryAdapter(),
    clients: [...pool.clients.values()].map(planClient),
    jwks: keys.privateJwks(),
    scopes: [...pool.scopes],
    claims: {},
    responseTypes: ["code"],
    clientAuthMethods: ["client_secret_basic", "client_secret_post", "none"],
    clientBasedCORS: () => true,
    cookies: {
      keys: [randomBytes(32).toString("base64url")],
      names: { session: "cognito", interaction: "cognito-login", resume: "cognito-resume" },
      long: { httpOnly: true, sameSite: "lax", signed: true },
      short: { httpOnly: true, sameSite: "lax", signed: true },
    },
    routes: {
      authorization: paths.authorize,
      token: paths.token,
      userinfo: paths.userInfo,
      revocation: paths.revoke,
      jwks: paths.jwks(pool.id),
      end_session: paths.logout,
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: async (_, client, token) => {
          if (!clientOf(client.clientId).revocation)
            throw new errors.InvalidRequest("revocation is off for this client");
          return token.clientId === client.clientId;
        },
      },
    },
    // Cognito accepts PKCE and does not ask for it.
    pkce: { required: () => false },
    interactions: {
      policy,
      url: (_, { uid, params }) => `${paths.login}/${uid}${params.screen === "signup" ? "?screen=signup" : ""}`,
    },
    extraParams: {
      identity_provider: null,
      idp_identifier: null,
      screen: null,
      // oidc-provider drops scopes that it does not know, and Cognito refuses them; so this asks the query itself.
      scope: (ctx: KoaContextWithOIDC, _: unknown, client: { readonly clientId: string }) =>
        refuse(decideUserScopes(parseScopes(ctx.query.scope), clientOf(client.clientId))),
    },
    extraTokenClaims: (ctx, token) => {
      if (token.kind !== "ClientCredentials") return undefined;
      refuse(decideMachineScopes(parseScopes(ctx.oidc.body?.scope), clientOf(token.clientId)));
    },
    findAccount: (_, sub) => directory.bySub(sub) && { accountId: sub, claims: async () => ({ sub }) },
    loadExistingGrant: async (ctx) => {
      // One grant for each sign-in, so that revoking one leaves the others. Its id is the tokens' origin_jti.
      const grant = new ctx.oidc.provider.Grant({
        accountId: ctx.oidc.account!.accountId,
        clientId: ctx.oidc.client!.clientId,
      });
      grant.jti = randomUUID();
      grant.addOIDCScope(String(ctx.oidc.params?.scope ?? ""));
      await grant.save();
      return grant;
    },
    issueRefreshToken: async () => true,
    rotateRefreshToken: (ctx) => clientOf(ctx.oidc.client?.clientId).rotation !== undefined,
    expiresWithSession: async () => false,
    renderError,
    ttl: {
      AccessToken: (_, __, client) => clientOf(client.clientId).validity.accessToken,
      ClientCredentials: (_, __, client) => clientOf(client.clientId).validity.accessToken,
      IdToken: (_, __, client) => clientOf(client.clientId).validity.idToken,
      // A rotated token ends when the first would have ended.
      RefreshToken: (ctx, _, client) =>
        ctx.oidc.entities.RotatedRefreshToken?.remainingTTL ?? clientOf(client.clientId).validity.refreshToken,
      AuthorizationCode: 5 * minutes,
      Interaction: 15 * minutes,
      Session: 60 * minutes,
      Grant: (_, grant) => clientOf(grant.clientId).validity.refreshToken + 60 * minutes,
    },
  };

  function refuse(decision: ReturnType<typeof decideUserScopes>): void {
    if (decision.kind === "refused") throw new errors.InvalidScope("invalid scope", decision.scopes.join(" "));
  }
}

/** An app client as oidc-provider registers clients. */
function planClient(client: AppClient): ClientMetadata {
  const code = client.flows.has("code") && client.callbackUrls.length > 0;
  const web = client.callbackUrls.every((url) => /^https?:/.test(url));
  return {
    client_id: client.id,
    client_name: client.name,
    ...(client.secret ? { client_secret: client.secret } : undefined),
    token_endpoint_auth_method: client.secret ? "client_secret_basic" : "none",
    application_type: web ? "web" : "native",
    redirect_uris: client.callbackUrls,
    response_types: code ? ["code"] : [],
    grant_types: [
      ...(code ? ["authorization_code", "refresh_token"] : []),
      ...(client.flows.has("client_credentials") && client.secret ? ["client_credentials"] : []),
    ],
  };
}
