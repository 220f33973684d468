import { errors } from "jose";
import { FederationError } from "../fault";

/** Says in one sentence what is wrong with an ID token that jose did not take. */
export function explain(provider: string, cause: Error): FederationError {
  const token = `The ID token of ${provider}`;
  if (cause instanceof errors.JWTExpired) return new FederationError("expired", `${token} has expired.`, { cause });
  if (cause instanceof errors.JWTClaimValidationFailed) {
    const { claim, reason } = cause;
    const message = `${token} is not for this pool: ${claim} ${reason === "missing" ? "is missing" : "is another"}.`;
    return new FederationError("misdirected", message, { cause });
  }
  if (
    cause instanceof errors.JWSSignatureVerificationFailed ||
    cause instanceof errors.JWKSNoMatchingKey ||
    cause instanceof errors.JOSEAlgNotAllowed
  ) {
    return new FederationError("untrusted", `${token} is not signed by it, or has been changed since.`, { cause });
  }
  return new FederationError("malformed", `${token} cannot be read (${cause.message}).`, { cause });
}
