import type { Middleware } from "koa";
import { paths } from "../oauth/paths";
import { TriggerFault } from "../triggers/trigger-fault";
import { errorPage } from "./error-page";
import { answerPage } from "./page";
import { adopt, arriveStep } from "./steps/arrive";
import { codeStep } from "./steps/code";
import { directProvider, leaveFor, leaveStep } from "./steps/leave";
import { signInStep } from "./steps/sign-in";
import { signUpStep } from "./steps/sign-up";
import { clientOf, type Parts, providersOf, type Step, screen, takesPasswords } from "./steps/step";

/** Where one sign-in is under way. Its cookie goes to this path alone, so that two tabs do not disturb each other. */
const page = /^\/login\/([\w-]+)$/;

const steps: Readonly<Record<string, Step>> = {
  signup: signUpStep,
  code: codeStep,
  provider: leaveStep,
  arrived: arriveStep,
};

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
    if (ctx.path === paths.signUp) return ctx.redirect(`${paths.authorize}${screen("signup")}&${ctx.querystring}`);
    const [, uid] = page.exec(ctx.path) ?? [];
    if (uid === undefined) return next();
    const interaction = await parts.provider.interactionDetails(ctx.req, ctx.res).catch(() => undefined);
    if (!interaction || interaction.uid !== uid) {
      const detail =
        "This sign-in has ended, or belongs to another browser. Go back to the application and start again.";
      return answerPage(ctx, 400, errorPage({ error: "session_expired", detail }));
    }
    const client = clientOf(parts, interaction);
    if (!takesPasswords(client) && providersOf(parts, client).length === 0) {
      const detail =
        `App client ${client.name} signs in with ${client.identityProviders.join(", ")} only, which this machine ` +
        "does not play. Add COGNITO to its supportedIdentityProviders to sign in with users of the pool.";
      return answerPage(ctx, 400, errorPage({ error: "identity_provider_not_available", detail }));
    }
    const asked = typeof ctx.query.screen === "string" ? steps[ctx.query.screen] : undefined;
    const direct = asked || ctx.method === "POST" ? undefined : directProvider(parts, interaction);
    try {
      if (direct === undefined) return await (asked ?? signInStep)(parts, ctx, interaction);
      if (adopt(parts, ctx, interaction, direct)) return await arriveStep(parts, ctx, interaction);
      await leaveFor(parts, ctx, interaction, direct);
    } catch (fault) {
      if (!(fault instanceof TriggerFault)) throw fault;
      answerPage(ctx, 400, errorPage({ error: "invalid_request", detail: fault.message }));
    }
  };
