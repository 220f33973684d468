import { randomUUID } from "node:crypto";
import Koa, { type Context } from "koa";
import { errorPage } from "../../identity/pages/error-page";
import { answerPage } from "../../identity/pages/page";
import { readForm } from "../../identity/pages/read-form";
import { personPage, readDecision } from "../pages/person-page";
import { answerByPost } from "../pages/post-page";
import type { StandIn } from "../stand-in";
import type { SamlIdentityProvider, TakenRequest } from "./identity-provider";
import type { SamlParties } from "./parties";

/** A sign-in under way; without `id` it is the provider's own doing. */
type SignIn = Partial<TakenRequest>;

/**
 * The pages of a SAML stand-in: `/metadata`; `/sso`, where the pool sends people; `/start`, where a sign-in begins that
 * the pool did not ask for, with an optional `RelayState`; `/sign-in/<id>`, where they say who they are.
 */
export function samlStandIn(parties: SamlParties, identityProvider: SamlIdentityProvider): StandIn {
  const { provider, issuer, recipient } = parties;
  const signIns = new Map<string, SignIn>();

  const askWho = (ctx: Context, signIn: SignIn) => {
    const id = randomUUID();
    signIns.set(id, signIn);
    ctx.redirect(`${new URL(issuer).pathname}/sign-in/${id}`);
    ctx.status = 303;
  };
  const fail = (ctx: Context, status: number, error: string, detail: string) =>
    answerPage(ctx, status, errorPage({ error, detail }));

  const app = new Koa();
  app.use(async (ctx) => {
    if (ctx.path === "/metadata") {
      ctx.type = "application/samlmetadata+xml";
      ctx.body = identityProvider.metadata;
      return;
    }
    if (ctx.path === "/sso") {
      const query = Object.fromEntries(new URLSearchParams(ctx.querystring));
      try {
        return askWho(ctx, await identityProvider.read({ query, raw: ctx.querystring }));
      } catch (fault) {
        const detail = `${provider.name} does not take this request: ${(fault as Error).message}.`;
        return fail(ctx, 400, "invalid_request", detail);
      }
    }
    if (ctx.path === "/start") {
      const { RelayState } = ctx.query;
      return askWho(ctx, typeof RelayState === "string" ? { relayState: RelayState } : {});
    }
    const [, id = ""] = /^\/sign-in\/([\w-]+)$/.exec(ctx.path) ?? [];
    const signIn = signIns.get(id);
    if (!signIn) return fail(ctx, 404, "not_found", "Nothing is served here, or the sign-in has ended.");
    if (ctx.method !== "POST")
      return answerPage(ctx, 200, personPage(provider, `${new URL(issuer).pathname}${ctx.path}`));
    const decision = readDecision(provider, await readForm(ctx.req));
    if (decision.kind === "unclear") return fail(ctx, 400, "invalid_request", decision.detail);
    signIns.delete(id);
    const SAMLResponse =
      decision.kind === "refuse"
        ? identityProvider.refuse(signIn.id)
        : await identityProvider.answer(decision.person, signIn.id);
    const { relayState } = signIn;
    answerByPost(ctx, {
      title: `Back from ${provider.name}`,
      action: recipient,
      fields: { SAMLResponse, ...(relayState === undefined ? undefined : { RelayState: relayState }) },
    });
  });
  return app.callback();
}
