/** Scopes that every OpenID provider knows, which only a person's sign-in can carry. */
export type StandardScope = "openid" | "email" | "phone" | "profile";

/**
 * An application that asks the user pool for tokens.
 *
 * - `browser`: runs in the page; public (no secret); authorization code with PKCE.
 * - `native`: runs on a phone or desktop; public; authorization code with PKCE; may call back to a URL scheme of its own.
 * - `web`: runs on a server; confidential (has a secret); authorization code.
 * - `machine`: no person; confidential; client credentials; custom scopes only.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html
 */
export type AppClient<Scope extends string> =
  | { readonly kind: "browser" | "native" | "web"; readonly scopes: readonly (StandardScope | Scope)[] }
  | {
      readonly kind: "machine";
      readonly scopes: readonly Scope[];
      /** The tenant in its tokens. Default: none. */
      readonly tenant?: string;
    };

/** Binds clients to the scopes that exist. */
export const clientsFor =
  <Scope extends string>() =>
  <const T extends Readonly<Record<string, AppClient<Scope>>>>(clients: T): T =>
    clients;

/** The names of the clients that people sign in to: those need callback URLs. */
export type InteractiveClient<T extends Readonly<Record<string, AppClient<string>>>> = {
  [Name in keyof T & string]: T[Name]["kind"] extends "machine" ? never : Name;
}[keyof T & string];
