import { compactVerify, createLocalJWKSet, type JSONWebKeySet, type JWTPayload } from "jose";

/** Keys of an issuer, or undefined when nobody here issues for it. */
export type Keys = (issuer: string) => JSONWebKeySet | undefined;

/** A token's claims, or why it cannot be trusted. Says nothing yet about time, audience or scope. */
export type Verification =
  | { readonly kind: "genuine"; readonly claims: JWTPayload }
  | { readonly kind: "refused"; readonly reason: string };

const refused = (reason: string): Verification => ({ kind: "refused", reason });

/** Takes the token out of a header's value: `Bearer x` or the bare `x`. */
export const bareToken = (value: string): string => value.replace(/^Bearer\s+/i, "").trim();

/**
 * Checks that one of `issuers` signed the token, with one of `algorithms`.
 * The issuer is read from the token before its signature is checked, and only then trusted.
 */
export async function verifyToken(
  token: string,
  { issuers, algorithms, keys }: { issuers: readonly string[]; algorithms: readonly string[]; keys: Keys },
): Promise<Verification> {
  const issuer = unverifiedIssuer(token);
  if (issuer === undefined) return refused("the token is malformed");
  if (!issuers.includes(issuer)) return refused("invalid issuer");
  const jwks = keys(issuer);
  if (jwks === undefined) return refused("the issuer's keys are not known");
  try {
    const { payload } = await compactVerify(token, createLocalJWKSet(jwks), { algorithms: [...algorithms] });
    return { kind: "genuine", claims: JSON.parse(new TextDecoder().decode(payload)) as JWTPayload };
  } catch {
    return refused("signature is not valid");
  }
}

function unverifiedIssuer(token: string): string | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
    const issuer = (claims as JWTPayload | null)?.iss;
    return typeof issuer === "string" ? issuer : undefined;
  } catch {
    return undefined;
  }
}

/** The scopes that a token carries: from `scope`, or else `scp`; separated by spaces, or a list. */
export function tokenScopes(claims: JWTPayload): readonly string[] {
  const value = claims.scope ?? claims.scp;
  if (Array.isArray(value)) return value.filter((item) => typeof item === "string");
  return typeof value === "string" ? value.split(" ").filter((item) => item !== "") : [];
}

/**
 * Claims as API Gateway hands them to functions: every value a string, lists as `[a b]`, nulls left out.
 * AWS does not document the form of lists; it was measured on a live HTTP API, and REST is taken to be alike save for
 * lists, which it joins with commas.
 * @see https://github.com/floci-io/floci/pull/2011
 * @see https://github.com/aws/chalice/issues/783
 */
export function claimStrings(claims: JWTPayload, lists: "brackets" | "commas"): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(claims).flatMap(([name, value]) => {
      if (value === null || value === undefined) return [];
      if (Array.isArray(value)) return [[name, lists === "commas" ? value.join(",") : `[${value.join(" ")}]`]];
      return [[name, typeof value === "object" ? JSON.stringify(value) : String(value)]];
    }),
  );
}
