import type { Middleware } from "koa";
import { errorPage } from "../pages/error-page";
import { answerPage } from "../pages/page";
import type { Pool } from "../pool/pool";
import type { planDiscovery } from "./discovery";
import { paths } from "./paths";

/**
 * Answers discovery, and keeps away what oidc-provider serves and Cognito does not. A pool without a domain has keys and
 * discovery only.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html
 */
export function front(pool: Pool, discovery: ReturnType<typeof planDiscovery>): Middleware {
  const known: readonly string[] = [
    ...[paths.token, paths.userInfo, paths.revoke, paths.signUp],
    ...[paths.samlResponse, paths.oidcResponse],
  ];
  const knownTrees: readonly string[] = [paths.authorize, paths.login, paths.logout];

  return async (ctx, next) => {
    if (ctx.path === paths.jwks(pool.id)) return next();
    if (ctx.path === paths.discovery(pool.id)) {
      ctx.set("Access-Control-Allow-Origin", "*");
      ctx.body = discovery;
      return;
    }
    const onDomain =
      known.includes(ctx.path) || knownTrees.some((tree) => ctx.path === tree || ctx.path.startsWith(`${tree}/`));
    if (onDomain && pool.hasDomain) return next();
    const detail = onDomain
      ? `User pool ${pool.name} has no domain, so nothing is served at ${ctx.path}. Declare a UserPoolDomain for it.`
      : `Nothing is served at ${ctx.path}.`;
    answerPage(ctx, 404, errorPage({ error: "not_found", detail }));
  };
}
