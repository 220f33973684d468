import type { Middleware } from "koa";
import type { KoaContextWithOIDC } from "oidc-provider";
import { errorPage } from "../pages/error-page";
import { answerPage } from "../pages/page";
import { planUserInfo } from "../tokens/plan-user-info";
import { planAuthorizeQuery } from "./authorize-query";
import { issueTokens, type Parts } from "./issue";
import { paths } from "./paths";
import { type ProtocolError, planCallback, planTokenError } from "./plan-error";
import { parseScopes } from "./scopes";

/**
 * Gives the answers of oidc-provider Cognito's shape, after it has decided everything: whom it trusts, what it grants,
 * what is refused.
 */
export const shapeResponses =
  (parts: Parts): Middleware =>
  async (context, next) => {
    const ctx = context as KoaContextWithOIDC;
    switch (ctx.path) {
      case paths.token: {
        answerInJson(ctx);
        await next();
        if (ctx.status === 200 && ctx.method === "POST") return issueTokens(parts, ctx);
        const grantAllowed = ctx.oidc?.client?.grantTypeAllowed(String(ctx.oidc.params?.grant_type)) ?? true;
        return shapeError(ctx, (error) => planTokenError(error, grantAllowed));
      }
      case paths.revoke:
        answerInJson(ctx);
        await next();
        return shapeError(ctx, (error) => error);
      case paths.userInfo:
        answerInJson(ctx);
        exchangeBearer(parts, ctx);
        await next();
        return shapeUserInfo(parts, ctx);
      case paths.authorize: {
        const { client_id } = ctx.query;
        const client = typeof client_id === "string" ? parts.pool.clients.get(client_id) : undefined;
        if (ctx.query.response_type === "token" && client?.flows.has("implicit")) {
          return answerPage(ctx, 501, errorPage(implicitGrant));
        }
        ctx.query = planAuthorizeQuery(ctx.query, client);
        await next();
        return shapeCallback(ctx);
      }
      default:
        await next();
        return shapeCallback(ctx);
    }
  };

const implicitGrant = {
  error: "unsupported_response_type",
  detail:
    "The implicit grant is not played on this machine, because it hands tokens to the browser's history. " +
    "Ask for response_type=code, with PKCE.",
};

/** Keeps oidc-provider from answering programs that say they would take HTML with an error page. */
function answerInJson(ctx: KoaContextWithOIDC): void {
  ctx.headers.accept = "application/json";
}

function shapeError(ctx: KoaContextWithOIDC, plan: (error: ProtocolError) => ProtocolError): void {
  const { error: found } = (ctx.body ?? {}) as { readonly error?: string };
  if (found === undefined) return;
  const { status, error } = plan({ status: ctx.status, error: found });
  ctx.status = status;
  ctx.body = { error };
}

/** A client brings the JWT that stands for an opaque token; any other token stays as it is, and is unknown. */
function exchangeBearer({ issued }: Parts, ctx: KoaContextWithOIDC): void {
  const [, jwt = ""] = /^Bearer (\S+)$/i.exec(ctx.get("authorization")) ?? [];
  const token = issued.get(jwt);
  if (token) ctx.headers.authorization = `Bearer ${token.opaque}`;
}

function shapeUserInfo({ pool, directory }: Parts, ctx: KoaContextWithOIDC): void {
  const token = ctx.oidc?.entities.AccessToken;
  if (ctx.status !== 200 || !token) return;
  ctx.body = planUserInfo(
    directory.bySub(token.accountId)!,
    pool.clients.get(token.clientId!)!,
    parseScopes(token.scope),
  );
}

function shapeCallback(ctx: KoaContextWithOIDC): void {
  const { location } = ctx.response.headers;
  const { redirect_uri, response_type } = ctx.oidc?.params ?? {};
  if (typeof redirect_uri !== "string" || !location?.startsWith(redirect_uri)) return;
  const allowed = ctx.oidc.client?.responseTypeAllowed(response_type as "code") ?? false;
  ctx.redirect(planCallback(location, { type: response_type, allowed }));
  ctx.status = 302;
}
