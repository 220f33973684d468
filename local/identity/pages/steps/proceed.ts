import type { Context } from "koa";
import type { Interaction } from "oidc-provider";
import { Authenticators } from "../../mfa/authenticators";
import { decideMfa } from "../../mfa/decide-mfa";
import type { User } from "../../users/directory";
import { errorPage } from "../error-page";
import { answerPage } from "../page";
import { clientOf, type Parts, screen } from "./step";

/** Goes on after a password: to a code, to an app that makes codes, or to the end. */
export async function proceed(parts: Parts, ctx: Context, interaction: Interaction, user: User): Promise<void> {
  const step = decideMfa(parts.pool.mfa, parts.authenticators.isEnrolled(user));
  if (step === "none") return finish(parts, ctx, interaction, user);
  if (step === "unavailable") {
    const detail =
      `User pool ${parts.pool.name} asks for a second factor by text message or e-mail, and this machine sends neither. ` +
      "Let authenticator apps be a factor too.";
    return answerPage(ctx, 501, errorPage({ error: "mfa_not_available", detail }));
  }
  const secret = step === "enrol" ? { secret: Authenticators.newSecret() } : {};
  parts.codes.set(interaction.uid, { sub: user.sub, failures: 0, ...secret });
  ctx.redirect(ctx.path + screen("code"));
  ctx.status = 303;
}

/**
 * Tells the pool's function, and hands the person over to the authorization endpoint, which goes on where it sent them here.
 * @throws TriggerFault when that function fails.
 */
export async function finish(parts: Parts, ctx: Context, interaction: Interaction, user: User): Promise<void> {
  await parts.triggers.postAuthentication(user, clientOf(parts, interaction).id);
  const result = { login: { accountId: user.sub } };
  ctx.redirect(await parts.provider.interactionResult(ctx.req, ctx.res, result, { mergeWithLastSubmission: false }));
  ctx.status = 303;
}
