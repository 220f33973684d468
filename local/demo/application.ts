import { createHash, randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type { ResourceState, StackState } from "../engine/model";
import { plain } from "../engine/values";
import { Browser, type Page } from "./browser";

/** What a token endpoint answers. */
export interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token: string;
}

const clientType = "aws:cognito/userPoolClient:UserPoolClient";

/** An application with an app client of its own, as its authors would write it: it knows the client and the endpoints. */
export class Application {
  readonly #clientId: string;
  readonly #secret: string;
  readonly #callback: string;

  /**
   * @param flow - The OAuth flow that the client is allowed.
   * @param url - Where the user pool's domain is.
   * @param scope - What the application will ask for.
   */
  constructor(
    state: StackState,
    flow: "code" | "client_credentials",
    private readonly url: string,
    scope: string,
  ) {
    const client = state.resources.find((resource) => resource.type === clientType && allows(resource, flow, scope));
    if (!client) throw new Error(`The stack has no app client that is allowed the flow ${flow} with ${scope}.`);
    const { callbackUrls, clientSecret } = plain(client.outputs) as { callbackUrls?: string[]; clientSecret?: string };
    this.#clientId = client.id!;
    this.#secret = clientSecret ?? "";
    this.#callback = callbackUrls?.[0] ?? "";
  }

  /** A token for the application itself. */
  async ownToken(scope: string): Promise<string> {
    return (await this.#ask({ grant_type: "client_credentials", scope })).access_token;
  }

  /**
   * Tokens for a person who signs in on the managed login: authorization code with PKCE. Where the pool wants an authenticator app,
   * the person enrols one.
   */
  async signIn(username: string, password: string, scope: string): Promise<Tokens> {
    const verifier = randomBytes(32).toString("base64url");
    const query = new URLSearchParams({
      client_id: this.#clientId,
      response_type: "code",
      redirect_uri: this.#callback,
      scope,
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
    });
    const browser = new Browser(this.url);
    const page = await browser.get(`/oauth2/authorize?${query}`);
    const { url, text } = await enrol(browser, await browser.post(page.url.href, { username, password }));
    const code = url.searchParams.get("code");
    if (code === null)
      throw new Error(`The sign-in led to ${url.origin}${url.pathname}, not to the application: ${text}`);
    return this.#ask({ grant_type: "authorization_code", code, redirect_uri: this.#callback, code_verifier: verifier });
  }

  async refresh(refreshToken: string): Promise<Tokens> {
    return this.#ask({ grant_type: "refresh_token", refresh_token: refreshToken });
  }

  async #ask(fields: Readonly<Record<string, string>>): Promise<Tokens> {
    const basic = Buffer.from(`${this.#clientId}:${this.#secret}`).toString("base64");
    const response = await fetch(`${this.url}/oauth2/token`, {
      method: "POST",
      body: new URLSearchParams(this.#secret ? fields : { ...fields, client_id: this.#clientId }),
      headers: this.#secret ? { authorization: `Basic ${basic}` } : {},
    });
    if (!response.ok) throw new Error(`The token endpoint answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Tokens;
  }
}

/** Answers a page that shows the secret of an authenticator app with the code that the app would show. */
function enrol(browser: Browser, page: Page): Promise<Page> | Page {
  const [, secret] = /id="secret">([A-Z2-7]+)</.exec(page.text) ?? [];
  if (secret === undefined) return page;
  return browser.post(page.url.href, { code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() });
}

/** Flows, scopes, and no secret where it says so: the demo's person uses a browser app. */
function allows({ outputs }: ResourceState, flow: string, scope: string): boolean {
  const {
    allowedOauthFlows = [],
    allowedOauthScopes = [],
    generateSecret,
  } = plain(outputs) as {
    allowedOauthFlows?: string[];
    allowedOauthScopes?: string[];
    generateSecret?: boolean;
  };
  return (
    allowedOauthFlows.includes(flow) &&
    scope.split(" ").every((name) => allowedOauthScopes.includes(name)) &&
    (flow === "client_credentials" || !generateSecret)
  );
}
