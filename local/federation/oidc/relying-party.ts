import { createHash, randomBytes } from "node:crypto";
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from "jose";
import { joinClaims } from "../claims";
import { FederationError } from "../fault";
import type { OidcProvider, Person } from "../provider/provider";
import { explain } from "./explain";

/** A request that went to the provider. `state` is its key. */
export interface OidcRequest {
  readonly nonce: string;
  readonly verifier: string;
}

/** What the pool reads of a provider's discovery document. */
interface Discovery {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly userinfo_endpoint: string;
  readonly jwks_uri: string;
}

/** Claims that are about the token and not about the person. */
const aboutTheToken = new Set([
  "iss",
  "aud",
  "exp",
  "iat",
  "nbf",
  "jti",
  "nonce",
  "azp",
  "at_hash",
  "c_hash",
  "s_hash",
  "sid",
  "sub",
]);

/**
 * The user pool as the client of an OpenID provider: code with PKCE, state and nonce; the ID token says who it is, the
 * userInfo endpoint what they are like.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-oidc-idp.html
 */
export class RelyingParty {
  #discovered: { discovery: Discovery; keys: ReturnType<typeof createRemoteJWKSet> } | undefined;

  constructor(
    private readonly settings: OidcProvider,
    private readonly issuer: string,
    private readonly redirectUri: string,
  ) {}

  /** Where to send the browser, and what to keep until it is back. */
  async begin(state: string): Promise<{ readonly url: string; readonly request: OidcRequest }> {
    const { discovery } = await this.#discover();
    const request = { nonce: secret(), verifier: secret() };
    const query = new URLSearchParams({
      client_id: this.settings.clientId,
      response_type: "code",
      redirect_uri: this.redirectUri,
      scope: this.settings.scopes.join(" "),
      state,
      nonce: request.nonce,
      code_challenge: createHash("sha256").update(request.verifier).digest("base64url"),
      code_challenge_method: "S256",
    });
    return { url: `${discovery.authorization_endpoint}?${query}`, request };
  }

  /**
   * Who an answer says signed in.
   * @throws FederationError when it says that the sign-in failed, or its token is not the provider's for this request.
   */
  async finish(query: Readonly<Record<string, string>>, request: OidcRequest): Promise<Person> {
    const { name, clientId } = this.settings;
    const { discovery, keys } = await this.#discover();
    if (query.iss !== undefined && query.iss !== discovery.issuer) {
      throw new FederationError("misdirected", `The answer to ${name} is of ${query.iss}, not of ${discovery.issuer}.`);
    }
    if (query.error !== undefined) {
      throw new FederationError("refused", `${name} refused the sign-in: ${query.error_description ?? query.error}.`);
    }
    if (query.code === undefined) throw new FederationError("malformed", `The answer of ${name} has no code.`);
    const tokens = await this.#redeem(discovery, query.code, request.verifier);
    const { payload } = await jwtVerify(tokens.id_token, keys, {
      issuer: discovery.issuer,
      audience: clientId,
      algorithms: ["RS256"],
      requiredClaims: ["sub", "iat", "exp", "nonce"],
    }).catch((cause: Error) => {
      throw explain(name, cause);
    });
    this.#hold(payload, request.nonce);
    const about = await this.#userInfo(discovery, tokens.access_token);
    if (about.sub !== payload.sub) {
      const message = `The userInfo of ${name} is about ${about.sub}, the ID token about ${payload.sub}.`;
      throw new FederationError("misdirected", message);
    }
    const claims = Object.entries({ ...payload, ...about }).filter(([claim]) => !aboutTheToken.has(claim));
    return { subject: payload.sub!, claims: joinClaims({ ...Object.fromEntries(claims), ...this.#mapped(tokens) }) };
  }

  /**
   * Tokens become claims where an attribute is mapped to them.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html
   */
  #mapped(tokens: Readonly<Record<string, string>>) {
    const wanted = Object.values(this.settings.mapping);
    return Object.fromEntries(Object.entries(tokens).filter(([name]) => wanted.includes(name)));
  }

  #hold({ nonce, aud, azp }: JWTPayload, expected: string): void {
    const { name, clientId } = this.settings;
    if (nonce !== expected)
      throw new FederationError("misdirected", `The ID token of ${name} answers another request.`);
    if ((Array.isArray(aud) && aud.length > 1) || azp !== undefined) {
      if (azp === clientId) return;
      throw new FederationError(
        "misdirected",
        `The ID token of ${name} was issued to ${azp ?? "nobody"}, not ${clientId}.`,
      );
    }
  }

  async #redeem(discovery: Discovery, code: string, code_verifier: string) {
    const { name, clientId: client_id, clientSecret } = this.settings;
    const body = new URLSearchParams({
      grant_type: "authorization_code",
      code,
      redirect_uri: this.redirectUri,
      code_verifier,
      client_id,
      ...(clientSecret === undefined ? undefined : { client_secret: clientSecret }),
    });
    const answer = await this.#json(discovery.token_endpoint, { method: "POST", body });
    const { id_token, access_token } = answer;
    if (typeof id_token === "string" && typeof access_token === "string") return { id_token, access_token };
    throw new FederationError("malformed", `${name} gave no ID token and access token for the code.`);
  }

  #userInfo({ userinfo_endpoint }: Discovery, accessToken: string) {
    const { userInfoMethod: method } = this.settings;
    return this.#json(userinfo_endpoint, { method, headers: { authorization: `Bearer ${accessToken}` } });
  }

  async #discover() {
    if (this.#discovered) return this.#discovered;
    const document = await this.#json(`${this.issuer}/.well-known/openid-configuration`, {});
    const discovery = document as unknown as Discovery;
    if (discovery.issuer !== this.issuer) {
      const message = `${this.settings.name} calls itself ${discovery.issuer}, not ${this.issuer}.`;
      throw new FederationError("untrusted", message);
    }
    this.#discovered = { discovery, keys: createRemoteJWKSet(new URL(discovery.jwks_uri)) };
    return this.#discovered;
  }

  async #json(url: string, init: RequestInit): Promise<Readonly<Record<string, unknown>>> {
    const { name } = this.settings;
    const response = await fetch(url, init);
    const body = (await response.json().catch(() => ({}))) as Readonly<Record<string, unknown>>;
    if (response.ok) return body;
    const said = body.error_description ?? body.error ?? "no reason";
    throw new FederationError("refused", `${name} answered ${response.status} at ${new URL(url).pathname}: ${said}.`);
  }
}

const secret = () => randomBytes(32).toString("base64url");
