/**
 * Why an answer is not taken: `malformed` cannot be read; `unasked` nobody asked for; `replayed` was taken before;
 * `expired` came too late; `refused` says itself that the sign-in failed; `untrusted` is not signed by the provider, or
 * was changed since; `misdirected` is for another pool, app client or request.
 */
export type FederationFault =
  | "malformed"
  | "unasked"
  | "replayed"
  | "expired"
  | "refused"
  | "untrusted"
  | "misdirected";

/** A sign-in at an identity provider that came to nothing. Its message holds nothing that the provider keeps secret. */
export class FederationError extends Error {
  override readonly name = "FederationError";

  constructor(
    readonly fault: FederationFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
