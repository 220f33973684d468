import { randomBytes, randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair } from "jose";
import type { Context, Middleware } from "koa";
import type { Configuration, JWK } from "oidc-provider";
import { MemoryAdapter } from "../../identity/oauth/memory-adapter";
import { errorPage } from "../../identity/pages/error-page";
import { answerPage } from "../../identity/pages/page";
import { readForm } from "../../identity/pages/read-form";
import { personPage, readDecision } from "../pages/person-page";
import { type OidcProvider, type Person, readClaims } from "../provider/provider";
import type { StandIn } from "../stand-in";
import { planScopes, planUserInfo } from "./scopes";

/**
 * The stand-in for an OpenID provider, by oidc-provider: another's implementation of the protocol, so that a mistake on
 * the pool's side is not met by the same mistake here. Whoever comes is asked who they are, every time.
 */
export async function oidcStandIn(
  settings: OidcProvider,
  { issuer, redirectUri }: { readonly issuer: string; readonly redirectUri: string },
): Promise<StandIn> {
  const library = await import("oidc-provider");
  const people = new Map<string, Person>();
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const key = { ...(await exportJWK(privateKey)), alg: "RS256", use: "sig", kid: randomUUID() } as JWK;

  const policy = library.interactionPolicy.base();
  policy.remove("consent");
  const { Check } = library.interactionPolicy;
  policy
    .get("login")!
    .checks.add(
      new Check("always", "a person is asked every time", (ctx) =>
        ctx.oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    );

  const mount = new URL(issuer).pathname;
  const cookie = `stand-in-${settings.name.replace(/[^\w-]/g, "_")}`;
  const configuration: Configuration = {
    adapter: () => new MemoryAdapter(),
    clients: [
      {
        client_id: settings.clientId,
        ...(settings.clientSecret === undefined ? undefined : { client_secret: settings.clientSecret }),
        // What Cognito sends.
        token_endpoint_auth_method: settings.clientSecret === undefined ? "none" : "client_secret_post",
        redirect_uris: [redirectUri],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    jwks: { keys: [key] },
    ...planScopes(settings.scopes, [...readClaims(settings).keys()]),
    responseTypes: ["code"],
    clientAuthMethods: ["client_secret_post", "none"],
    cookies: {
      keys: [randomBytes(32).toString("base64url")],
      names: { session: cookie, interaction: `${cookie}-sign-in`, resume: `${cookie}-resume` },
      long: { httpOnly: true, sameSite: "lax", signed: true },
      short: { httpOnly: true, sameSite: "lax", signed: true },
    },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    pkce: { required: () => true },
    interactions: { policy, url: (_, { uid }) => `${mount}/sign-in/${uid}` },
    findAccount: (_, sub) => {
      const person = people.get(sub);
      return person && { accountId: sub, claims: async () => ({ sub, ...planUserInfo(person.claims) }) };
    },
    loadExistingGrant: async (ctx) => {
      const { client, account, params } = ctx.oidc;
      const grant = new ctx.oidc.provider.Grant({ accountId: account!.accountId, clientId: client!.clientId });
      grant.addOIDCScope(String(params?.scope ?? ""));
      await grant.save();
      return grant;
    },
    renderError: (ctx, { error, error_description }) =>
      answerPage(ctx, 400, errorPage({ error, detail: `${settings.name}: ${error_description ?? error}.` })),
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 300,
      Interaction: 900,
      Session: 900,
    },
  };
  const provider = new library.Provider(issuer, configuration);
  provider.use(signIn);
  return provider.callback();

  async function signIn(ctx: Context, next: Parameters<Middleware>[1]): Promise<void> {
    const [, uid] = /^\/sign-in\/([\w-]+)$/.exec(ctx.path) ?? [];
    if (uid === undefined) return next();
    const interaction = await provider.interactionDetails(ctx.req, ctx.res).catch(() => undefined);
    if (interaction?.uid !== uid) {
      const detail =
        "This sign-in has ended, or belongs to another browser. Go back to the application and start again.";
      return answerPage(ctx, 400, errorPage({ error: "session_expired", detail }));
    }
    if (ctx.method !== "POST") return answerPage(ctx, 200, personPage(settings, `${mount}${ctx.path}`));
    const decision = readDecision(settings, await readForm(ctx.req));
    if (decision.kind === "unclear") {
      return answerPage(ctx, 400, errorPage({ error: "invalid_request", detail: decision.detail }));
    }
    if (decision.kind === "sign-in") people.set(decision.person.subject, decision.person);
    const result =
      decision.kind === "sign-in"
        ? { login: { accountId: decision.person.subject } }
        : { error: "access_denied", error_description: "the person did not want to sign in" };
    ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result, { mergeWithLastSubmission: false }));
    ctx.status = 303;
  }
}
