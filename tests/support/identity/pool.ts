import { CognitoJwtVerifier } from "aws-jwt-verify";
import type { Jwks } from "aws-jwt-verify/jwk";
import type { Identity, IdentityOptions } from "../../../local/identity/contract";
import { startIdentity } from "../../../local/identity/server";
import { poolId, poolStack } from "./stack";

/** The user whom the pool knows. */
export const ada = { username: "ada@example.com", password: "correct horse 1", groups: ["clerks"] };

/** The local pool of `poolStack`, with `ada` in it; for its caller to close. */
export async function poolWithAda(options: Partial<IdentityOptions> = {}): Promise<Identity> {
  const identity = await startIdentity({ state: poolStack(), port: 0, ...options });
  try {
    await identity.createUser(ada);
    return identity;
  } catch (fault) {
    await identity.close();
    throw fault;
  }
}

/** Checks a token as AWS's own library does, with the keys that the pool hands over. */
export async function verify(identity: Identity, token: string, clientId: string, tokenUse: "access" | "id") {
  const verifier = CognitoJwtVerifier.create({ userPoolId: poolId, clientId, tokenUse });
  verifier.cacheJwks(identity.jwks as unknown as Jwks);
  return verifier.verify(token);
}
