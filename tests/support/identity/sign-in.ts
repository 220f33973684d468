import type { Identity } from "../../../local/identity/contract";
import { Browser, type Page, pkce, postForm, type TokenAnswer } from "./browser";
import { ada } from "./pool";
import { callback } from "./stack";

/** Opens `/oauth2/authorize` for an app client, with a PKCE challenge where one is given. */
export function authorize(
  browser: Browser,
  client_id: string,
  changes: Readonly<Record<string, string>> = {},
): Promise<Page> {
  const query = { client_id, response_type: "code", redirect_uri: callback, state: "st/ate", ...changes };
  return browser.get(`/oauth2/authorize?${new URLSearchParams(query)}`);
}

/** Redeems a code at the token endpoint. */
export const redeem = (
  identity: Identity,
  client_id: string,
  code: string | null,
  changes: Readonly<Record<string, string>> = {},
): Promise<TokenAnswer> =>
  postForm(`${identity.url}/oauth2/token`, {
    grant_type: "authorization_code",
    client_id,
    code: code ?? "",
    redirect_uri: callback,
    ...changes,
  });

/** The whole code flow with PKCE, as `ada`, in a browser of its own. */
export async function signIn(
  identity: Identity,
  client: string,
  changes: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, string>>> {
  const browser = new Browser(identity.url);
  const { verifier, challenge } = pkce();
  const form = await authorize(browser, client, {
    code_challenge: challenge,
    code_challenge_method: "S256",
    ...changes,
  });
  const { url } = await browser.post(form.url.href, { username: ada.username, password: ada.password });
  const { status, body } = await redeem(identity, client, url.searchParams.get("code"), { code_verifier: verifier });
  if (status !== 200) throw new Error(`Sign-in with ${client} failed: ${url} ${status} ${JSON.stringify(body)}`);
  return body as Readonly<Record<string, string>>;
}

/** Refreshes at the token endpoint. */
export const refresh = (identity: Identity, client_id: string, refresh_token: string): Promise<TokenAnswer> =>
  postForm(`${identity.url}/oauth2/token`, { grant_type: "refresh_token", client_id, refresh_token });
