/** An OAuth error as the token and revocation endpoints answer it. */
export interface ProtocolError {
  readonly error: string;
  readonly status: number;
}

/**
 * What Cognito answers at `/oauth2/token`: 400 for every error of the client, where oidc-provider says 401 for some.
 * `/oauth2/revoke` is unlike it: a wrong secret is 401 there.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/revocation-endpoint.html
 */
export function planTokenError({ error, status }: ProtocolError, grantAllowed: boolean): ProtocolError {
  if (status >= 500) return { status, error };
  return { status: 400, error: error === "invalid_request" && !grantAllowed ? "unauthorized_client" : error };
}

/**
 * Where Cognito sends the browser after `/oauth2/authorize`: to the same address with code and state, or with the error's
 * name and state; never in the fragment, since nothing here answers there. A response type that the client may not use
 * has an error of Cognito's own.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 */
export function planCallback(
  location: string,
  response: { readonly type: unknown; readonly allowed: boolean },
): string {
  const url = new URL(location);
  for (const [name, value] of new URLSearchParams(url.hash.slice(1))) url.searchParams.set(name, value);
  url.hash = "";
  for (const name of ["iss", "error_description", "scope"]) url.searchParams.delete(name);
  if (url.searchParams.has("error") && !response.allowed) {
    const known = response.type === "code" || response.type === "token";
    url.searchParams.set("error", known ? "unauthorized_client" : "invalid_request");
  }
  return url.href;
}
