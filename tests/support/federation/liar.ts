import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** An OpenID provider that says what a test wants it to say. */
export class Liar {
  idToken = "";
  userInfo: Readonly<Record<string, unknown>> = {};
  configured: string | undefined;
  /** Bodies that came to the token endpoint, methods that came to userInfo; the last of each. */
  last: { body?: string; method?: string; authorization?: string } = {};
  readonly #server: Server;

  private constructor(jwks: unknown) {
    this.#server = createServer(async (incoming, response) => {
      const body = (await incoming.toArray()).join("");
      const answers: Readonly<Record<string, unknown>> = {
        "/.well-known/openid-configuration": {
          issuer: this.configured ?? this.url,
          authorization_endpoint: `${this.url}/authorize`,
          token_endpoint: `${this.url}/token`,
          userinfo_endpoint: `${this.url}/userinfo`,
          jwks_uri: `${this.url}/jwks`,
        },
        "/token": { id_token: this.idToken, access_token: "opaque" },
        "/userinfo": this.userInfo,
        "/jwks": jwks,
      };
      const { url, method, headers } = incoming;
      if (url === "/token") this.last.body = body;
      if (url === "/userinfo") Object.assign(this.last, { method, authorization: headers.authorization });
      response.setHeader("Content-Type", "application/json").end(JSON.stringify(answers[incoming.url!]));
    });
  }

  static async start(jwks: unknown): Promise<Liar> {
    const liar = new Liar(jwks);
    liar.#server.listen(0, "127.0.0.1");
    await once(liar.#server, "listening");
    return liar;
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
