import type { Middleware } from "koa";
import type { Provider } from "oidc-provider";
import { errorPage, planRefusal, type Refusal } from "../pages/error-page";
import { answerPage } from "../pages/page";
import type { Pool } from "../pool/pool";
import { paths } from "./paths";

/** Where a sign-out goes on, or why it does not. */
export type LogoutPlan =
  | { readonly kind: "redirect"; readonly to: string }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/**
 * Decides on Cognito's parameters: `client_id` with `logout_uri` for a page of the client's, or with `redirect_uri` and
 * the others of `/oauth2/authorize` to sign in anew.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 */
export function planLogout(pool: Pool, query: Readonly<Record<string, string>>): LogoutPlan {
  const { client_id, logout_uri, redirect_uri } = query;
  const client = pool.clients.get(client_id ?? "");
  const refused = (error: string, detail: string) => ({ kind: "refused" as const, refusal: { error, detail } });
  if (!client) {
    return client_id === undefined
      ? refused("invalid_request", "client_id is missing; a sign-out must name its app client.")
      : { kind: "refused", refusal: planRefusal(pool, { error: "invalid_client" }, { client_id }) };
  }
  if (logout_uri !== undefined) {
    if (client.logoutUrls.includes(logout_uri)) return { kind: "redirect", to: logout_uri };
    const known = client.logoutUrls.length > 0 ? client.logoutUrls.join(", ") : "none";
    return refused(
      "redirect_mismatch",
      `logout_uri is ${logout_uri}, which is no sign-out URL of app client ${client.name}. ` +
        `Send one of its own (${known}), or add this one to its logoutUrls.`,
    );
  }
  if (redirect_uri === undefined) {
    return refused("invalid_request", "logout_uri and redirect_uri are both missing; send one of them.");
  }
  if (!client.callbackUrls.includes(redirect_uri)) {
    return { kind: "refused", refusal: planRefusal(pool, { error: "redirect_mismatch" }, query) };
  }
  return { kind: "redirect", to: `${paths.login}?${new URLSearchParams(query)}` };
}

/**
 * Ends the browser's session. Written by hand, because the end-session endpoint of oidc-provider takes other parameters
 * and asks the person first. Tokens stay valid, as in Cognito.
 */
export const logout =
  ({ pool, provider }: { readonly pool: Pool; readonly provider: Provider }): Middleware =>
  async (ctx, next) => {
    if (ctx.path !== paths.logout || ctx.method !== "GET") return next();
    const plan = planLogout(pool, Object.fromEntries(new URLSearchParams(ctx.querystring)));
    if (plan.kind === "refused") return answerPage(ctx, 400, errorPage(plan.refusal));
    const session = await provider.Session.get(ctx);
    await session.destroy();
    ctx.cookies.set(provider.cookieName("session"), null);
    ctx.redirect(plan.to);
  };
