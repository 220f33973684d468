import type { ParsedUrlQuery } from "node:querystring";
import type { AppClient } from "../pool/app-client";

/**
 * Parameters that Cognito reads at `/oauth2/authorize`; it ignores all others.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 */
const known = [
  "response_type",
  "client_id",
  "redirect_uri",
  "state",
  "scope",
  "code_challenge",
  "code_challenge_method",
  "nonce",
  "login_hint",
  "prompt",
  "identity_provider",
  "idp_identifier",
  // Not Cognito's: how `/signup` says which page comes first.
  "screen",
];

/**
 * The request as Cognito understands it: without the parameters that it ignores, with all of the client's scopes where
 * none is asked for, and with `prompt` in the two values that differ here (`none`, and `login` for `select_account`).
 */
export function planAuthorizeQuery(query: ParsedUrlQuery, client: AppClient | undefined): ParsedUrlQuery {
  const kept = Object.fromEntries(known.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
  const { prompt: asked, ...rest } = kept;
  const prompt = typeof asked === "string" ? planPrompt(asked.split(" ")) : undefined;
  return {
    ...rest,
    ...(prompt ? { prompt } : undefined),
    ...(kept.scope || !client ? undefined : { scope: client.scopes.join(" ") }),
  };
}

function planPrompt(prompts: readonly string[]): "none" | "login" | undefined {
  if (prompts.includes("none")) return "none";
  return prompts.includes("login") || prompts.includes("select_account") ? "login" : undefined;
}
