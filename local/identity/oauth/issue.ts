import { randomUUID } from "node:crypto";
import type { KoaContextWithOIDC } from "oidc-provider";
import type { AppClient } from "../pool/app-client";
import type { Pool } from "../pool/pool";
import { planAccessToken, planMachineToken } from "../tokens/plan-access-token";
import { planIdToken } from "../tokens/plan-id-token";
import type { SigningKeys } from "../tokens/signing-keys";
import { overrideAccessToken, overrideIdToken } from "../triggers/token-claims";
import { TriggerFault } from "../triggers/trigger-fault";
import type { Triggers } from "../triggers/triggers";
import type { Directory } from "../users/directory";
import { decideMachineScopes, parseScopes } from "./scopes";

/** What the endpoints share. */
export interface Parts {
  readonly pool: Pool;
  readonly keys: SigningKeys;
  readonly directory: Directory;
  readonly triggers: Triggers;
  /** The opaque access token of oidc-provider for each JWT issued in its place. */
  readonly issued: Map<string, { readonly opaque: string; readonly expires: number }>;
}

/**
 * Puts Cognito's tokens in the place of those of oidc-provider, which are opaque (access token) or have other claims (ID
 * token) and would carry `typ` in their headers. A refresh token comes with a code, and with a refresh only where the
 * client rotates. Where the pre token generation function fails, there are none, and the answer says why.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 */
export async function issueTokens(parts: Parts, ctx: KoaContextWithOIDC): Promise<void> {
  const client = parts.pool.clients.get(ctx.oidc.client!.clientId)!;
  const answer = { expires_in: client.validity.accessToken, token_type: "Bearer" };
  const tokensFor = ctx.oidc.entities.ClientCredentials ? forMachine : forUser;
  try {
    ctx.body = { ...(await tokensFor(parts, ctx, client)), ...answer };
  } catch (fault) {
    if (!(fault instanceof TriggerFault)) throw fault;
    ctx.status = 400;
    ctx.body = { error: "invalid_request", error_description: fault.message };
  }
}

async function forMachine({ pool, keys, triggers }: Parts, ctx: KoaContextWithOIDC, client: AppClient) {
  const { scopes } = decideMachineScopes(parseScopes(ctx.oidc.body?.scope), client);
  const issue = { issuer: pool.issuer, client, issuedAt: now(), jti: randomUUID() };
  const override = await triggers.tokenGeneration({ kind: "machine", client, scopes });
  return { access_token: await keys.sign(overrideAccessToken(planMachineToken(issue, scopes), override)) };
}

async function forUser({ pool, keys, directory, triggers, issued }: Parts, ctx: KoaContextWithOIDC, client: AppClient) {
  const { AccessToken, AuthorizationCode, Grant, RefreshToken, RotatedRefreshToken } = ctx.oidc.entities;
  const user = directory.bySub(AccessToken!.accountId)!;
  const scopes = parseScopes(AccessToken!.scope);
  const issue = {
    issuer: pool.issuer,
    client,
    issuedAt: now(),
    authTime: RefreshToken!.authTime!,
    jti: randomUUID(),
    originJti: Grant!.jti,
    eventId: randomUUID(),
  };
  const refreshed = AuthorizationCode === undefined;
  const override = await triggers.tokenGeneration({ kind: "user", client, scopes, user, refreshed });
  const accessToken = await keys.sign(overrideAccessToken(planAccessToken(issue, user, scopes), override));
  remember(issued, accessToken, { opaque: AccessToken!.jti, expires: issue.issuedAt + client.validity.accessToken });

  const nonce = AuthorizationCode?.nonce;
  const idToken = planIdToken({ ...issue, jti: randomUUID() }, user, {
    scopes,
    groups: pool.groups,
    accessToken,
    ...(nonce === undefined ? undefined : { nonce }),
  });
  const { refresh_token } = ctx.body as { readonly refresh_token: string };
  return {
    ...(scopes.includes("openid") ? { id_token: await keys.sign(overrideIdToken(idToken, override)) } : undefined),
    access_token: accessToken,
    ...(AuthorizationCode || RotatedRefreshToken ? { refresh_token } : undefined),
  };
}

function remember(issued: Parts["issued"], jwt: string, token: { opaque: string; expires: number }): void {
  for (const [old, { expires }] of issued) if (expires <= now()) issued.delete(old);
  issued.set(jwt, token);
}

const now = () => Math.floor(Date.now() / 1000);
