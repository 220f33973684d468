import type { Context, Middleware } from "koa";
import type { Interaction, Provider } from "oidc-provider";
import { paths } from "../oauth/paths";
import type { Pool } from "../pool/pool";
import type { Directory } from "../users/directory";
import { errorPage } from "./error-page";
import { answerPage } from "./page";
import { readForm } from "./read-form";
import { signInPage } from "./sign-in-page";
import { signUpAttributes, signUpPage } from "./sign-up-page";

interface Parts {
  readonly pool: Pool;
  readonly directory: Directory;
  readonly provider: Provider;
}

/** Where one sign-in is under way. Its cookie goes to this path alone, so that two tabs do not disturb each other. */
const page = /^\/login\/([\w-]+)$/;
const toSignUp = "?screen=signup";

/**
 * The pages where people sign in and sign up. `/login` and `/signup` without a sign-in under way start one from the
 * parameters of `/oauth2/authorize`, as in Cognito. What is posted counts only with the cookie of that sign-in, which
 * browsers do not send along from other sites.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/login-endpoint.html
 */
export const login =
  (parts: Parts): Middleware =>
  async (ctx, next) => {
    if (ctx.path === paths.login) return ctx.redirect(`${paths.authorize}?${ctx.querystring}`);
    if (ctx.path === paths.signUp) return ctx.redirect(`${paths.authorize}${toSignUp}&${ctx.querystring}`);
    const [, uid] = page.exec(ctx.path) ?? [];
    if (uid === undefined) return next();
    const interaction = await parts.provider.interactionDetails(ctx.req, ctx.res).catch(() => undefined);
    if (!interaction || interaction.uid !== uid) {
      const detail =
        "This sign-in has ended, or belongs to another browser. Go back to the application and start again.";
      return answerPage(ctx, 400, errorPage({ error: "session_expired", detail }));
    }
    const client = parts.pool.clients.get(String(interaction.params.client_id))!;
    if (client.identityProviders.length > 0 && !client.identityProviders.includes("COGNITO")) {
      const detail =
        `App client ${client.name} signs in with ${client.identityProviders.join(", ")} only, which this machine ` +
        "does not play. Add COGNITO to its supportedIdentityProviders to sign in with users of the pool.";
      return answerPage(ctx, 400, errorPage({ error: "identity_provider_not_available", detail }));
    }
    await (ctx.search === toSignUp ? signUpStep : signInStep)(parts, ctx, interaction);
  };

async function signInStep(parts: Parts, ctx: Context, interaction: Interaction): Promise<void> {
  const { pool, directory } = parts;
  const client = pool.clients.get(String(interaction.params.client_id))!;
  const show = (status: number, form: { readonly username?: string; readonly fault?: string }) =>
    answerPage(
      ctx,
      status,
      signInPage(pool, {
        action: ctx.path,
        ...(pool.selfSignUp ? { signUp: ctx.path + toSignUp } : undefined),
        absentProviders: client.identityProviders.filter((name) => name !== "COGNITO"),
        ...form,
      }),
    );
  const { login_hint } = interaction.params;
  if (ctx.method !== "POST") return show(200, typeof login_hint === "string" ? { username: login_hint } : {});
  const { username = "", password = "" } = await readForm(ctx.req);
  const user = await directory.authenticate(username, password);
  if (!user) return show(400, { username, fault: "Incorrect username or password." });
  await finish(parts, ctx, user.sub);
}

async function signUpStep(parts: Parts, ctx: Context): Promise<void> {
  const { pool, directory } = parts;
  if (!pool.selfSignUp) {
    const detail = `User pool ${pool.name} lets only administrators create users.`;
    return answerPage(ctx, 403, errorPage({ error: "sign_up_not_allowed", detail }));
  }
  const show = (status: number, values: Readonly<Record<string, string>>, faults: readonly string[]) =>
    answerPage(ctx, status, signUpPage(pool, { action: ctx.path + toSignUp, signIn: ctx.path, values, faults }));
  if (ctx.method !== "POST") return show(200, {}, []);
  const { username = "", password = "", ...rest } = await readForm(ctx.req);
  const wanted = signUpAttributes(pool);
  const attributes = Object.fromEntries(wanted.flatMap((name) => (rest[name] ? [[name, rest[name]]] : [])));
  const missing = wanted.filter((name) => !rest[name]).map((name) => `${name} is missing.`);
  const created =
    missing.length > 0
      ? ({ kind: "refused", faults: missing } as const)
      : await directory.signUp({ username, password, attributes });
  if (created.kind === "refused") return show(400, { ...rest, username }, created.faults);
  await finish(parts, ctx, created.user.sub);
}

/** Hands the person over to the authorization endpoint, which goes on where it sent them here. */
async function finish({ provider }: Parts, ctx: Context, accountId: string): Promise<void> {
  const result = { login: { accountId } };
  ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result, { mergeWithLastSubmission: false }));
  ctx.status = 303;
}
