import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWTPayload, SignJWT } from "jose";
import { account, region } from "./stack";

/** A user pool that only signs: keys are made for each run. */
export interface Issuer {
  readonly issuer: string;
  readonly arn: string;
  readonly jwks: JSONWebKeySet;
  /** Claims win over the defaults: this issuer, issued a minute ago, valid for an hour. */
  sign(claims: JWTPayload): Promise<string>;
}

export async function makeIssuer(pool: string): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const issuer = `https://cognito-idp.${region}.amazonaws.com/${pool}`;
  return {
    issuer,
    arn: `arn:aws:cognito-idp:${region}:${account}:userpool/${pool}`,
    jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: pool, alg: "RS256", use: "sig" }] },
    sign: (claims) => {
      const iat = Math.floor(Date.now() / 1000) - 60;
      return new SignJWT({ iss: issuer, sub: "user", iat, exp: iat + 3660, ...claims })
        .setProtectedHeader({ alg: "RS256", kid: pool })
        .sign(privateKey);
    },
  };
}
