import { createHash, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import { type JSONWebKeySet, type JWK, type JWTPayload, SignJWT } from "jose";

interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicJwk: JWK;
}

/**
 * The pool's two RSA keys, made when it starts: one signs ID tokens, the other access tokens, as in Cognito, so that
 * nothing comes to rely on the first key of the set.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
 */
export class SigningKeys {
  readonly #id: SigningKey;
  readonly #access: SigningKey;
  /** The public halves. */
  readonly jwks: JSONWebKeySet;

  private constructor(id: SigningKey, access: SigningKey) {
    this.#id = id;
    this.#access = access;
    this.jwks = { keys: [id.publicJwk, access.publicJwk] };
  }

  static async generate(): Promise<SigningKeys> {
    const [id, access] = await Promise.all([generate(), generate()]);
    return new SigningKeys(id, access);
  }

  /** Both keys whole, for the server that publishes them. */
  privateJwks(): { readonly keys: readonly JWK[] } {
    return {
      keys: [this.#id, this.#access].map(({ privateKey, publicJwk }) => ({
        ...privateKey.export({ format: "jwk" }),
        ...publicJwk,
      })) as JWK[],
    };
  }

  /** Signs claims as they are, with the key of their `token_use`. The header has `kid` and `alg` and no `typ`. */
  async sign(claims: JWTPayload): Promise<string> {
    const { kid, privateKey } = claims.token_use === "id" ? this.#id : this.#access;
    return new SignJWT(claims).setProtectedHeader({ kid, alg: "RS256" }).sign(privateKey);
  }
}

async function generate(): Promise<SigningKey> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  const { e, n } = publicKey.export({ format: "jwk" });
  const kid = createHash("sha256").update(`${e}.${n}`).digest("base64");
  return { kid, privateKey, publicJwk: { alg: "RS256", e, kid, kty: "RSA", n, use: "sig" } as JWK };
}
