import { randomUUID } from "node:crypto";
import type { Context, Middleware } from "koa";
import type { Interaction } from "oidc-provider";
import type { FederatedSignIn, Federation } from "../../../federation/contract";
import { FederationError } from "../../../federation/fault";
import { planExternal } from "../../federated/plan-external";
import { paths } from "../../oauth/paths";
import { externalName } from "../../users/directory";
import { errorPage } from "../error-page";
import { answerPage } from "../page";
import { readForm } from "../read-form";
import { finish } from "./proceed";
import { clientOf, type Parts, type Step, screen } from "./step";

/** Cognito takes SAML responses of up to 100,000 characters. */
const answerBytes = 131_072;

/** Names an answer that nobody asked for, until the sign-in that it begins. */
const cookie = "cognito-arrival";

/**
 * Takes the answer of an identity provider, and sends the browser on to the sign-in that it belongs to: only there does the
 * browser show the cookie of that sign-in, so nobody is signed in with another person's answer. An answer that nobody asked for
 * begins a sign-in, with the parameters of `/oauth2/authorize` in its `RelayState`.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/saml2-idpresponse-endpoint.html
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-SAML-session-initiation.html
 */
export const takeAnswers =
  ({ federation, arrivals }: { readonly federation: Federation | undefined } & Pick<Parts, "arrivals">): Middleware =>
  async (ctx, next) => {
    const posted = ctx.path === paths.samlResponse && ctx.method === "POST";
    const asked = ctx.path === paths.oidcResponse && ctx.method === "GET";
    if (!federation || !(posted || asked)) return next();
    const parameters = posted
      ? await readForm(ctx.req, answerBytes)
      : Object.fromEntries(new URLSearchParams(ctx.querystring));
    try {
      const signIn = await federation.finish({ path: ctx.path, parameters });
      const key = signIn.unasked ? randomUUID() : signIn.relay;
      arrivals.set(key, signIn);
      if (signIn.unasked) ctx.cookies.set(cookie, key, { path: paths.login, httpOnly: true, sameSite: "lax" });
      ctx.redirect(signIn.unasked ? beginWith(signIn) : `${paths.login}/${key}${screen("arrived")}`);
      ctx.status = 303;
    } catch (fault) {
      if (!(fault instanceof FederationError)) throw fault;
      answerPage(ctx, 400, errorPage({ error: "invalid_request", detail: fault.message }));
    }
  };

/** Whoever has a session here signs in anew: the answer may be about somebody else. */
function beginWith({ provider, relay }: FederatedSignIn): string {
  const given = new URLSearchParams(relay);
  const query = new URLSearchParams({ identity_provider: provider, prompt: "login" });
  for (const name of ["client_id", "redirect_uri", "response_type", "scope", "state"])
    if (given.has(name)) query.set(name, given.get(name)!);
  return `${paths.authorize}?${query}`;
}

/** Gives an answer that nobody asked for to the sign-in that it has begun in this browser; false when there is none. */
export function adopt({ arrivals }: Parts, ctx: Context, { uid }: Interaction, provider: string): boolean {
  const key = ctx.cookies.get(cookie);
  const waiting = key === undefined ? undefined : arrivals.take(key);
  if (!waiting?.unasked || waiting.provider !== provider) return false;
  ctx.cookies.set(cookie, null, { path: paths.login });
  arrivals.set(uid, waiting);
  return true;
}

/**
 * Where somebody comes back from an identity provider. The first time, the pre sign-up function may refuse, or link the person to a
 * user who is there; otherwise the pool makes a user. Every time, mapped attributes are written anew, and no second factor is asked for.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html
 */
export const arriveStep: Step = async (parts, ctx, interaction) => {
  const { arrivals, directory, pool, triggers } = parts;
  const signIn = arrivals.take(interaction.uid);
  const provider = pool.providers.get(signIn?.provider ?? "");
  const client = clientOf(parts, interaction);
  if (!signIn || !provider || !client.identityProviders.includes(provider.name)) return ctx.redirect(ctx.path);
  const { identity, attributes } = planExternal(provider, signIn, Date.now());
  if (!directory.byIdentity(identity)) {
    await triggers.preSignUp("ExternalProvider", { username: externalName(pool, identity), attributes }, client.id);
  }
  const known = directory.byIdentity(identity);
  if (known) directory.update(known.sub, attributes);
  const user = known ? directory.bySub(known.sub)! : directory.createExternal(identity, attributes);
  await finish(parts, ctx, interaction, user);
};
