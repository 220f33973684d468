import type { Pool } from "../pool/pool";
import { html } from "./html";

/** Why a request from a browser cannot be answered, or redirected. */
export interface Refusal {
  /** As Cognito names it, such as `redirect_mismatch`. */
  readonly error: string;
  /** What was found, what is expected, and what to do. */
  readonly detail: string;
}

export const errorPage = ({ error, detail }: Refusal) => ({
  title: "This request cannot be answered",
  body: html`<p role="alert">${detail}</p>\n<p><small>${error}</small></p>`,
});

/** What stands against an authorization request that must not be redirected, because its sender is not known. */
export function planRefusal(
  pool: Pool,
  { error, error_description }: { readonly error: string; readonly error_description?: string },
  query: { readonly client_id?: string; readonly redirect_uri?: string },
): Refusal {
  const { client_id, redirect_uri } = query;
  const client = pool.clients.get(client_id ?? "");
  if (client_id !== undefined && !client) {
    return {
      error: "invalid_client",
      detail: `client_id is ${client_id}, which is no app client of user pool ${pool.name} (${pool.id}).`,
    };
  }
  if (client && redirect_uri !== undefined && !client.callbackUrls.includes(redirect_uri)) {
    const known = client.callbackUrls.length > 0 ? client.callbackUrls.join(", ") : "none";
    return {
      error: "redirect_mismatch",
      detail:
        `redirect_uri is ${redirect_uri}, which is no callback URL of app client ${client.name}. ` +
        `Send one of its own (${known}), or add this one to its callbackUrls.`,
    };
  }
  return { error, detail: `${error_description ?? "The request cannot be answered"}.` };
}
