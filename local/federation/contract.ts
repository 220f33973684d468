import type { StackState } from "../engine/model";

export interface FederationOptions {
  readonly state: StackState;
  /** Where the user pool is served, such as `http://localhost:4700`: its `/saml2/idpresponse` and `/oauth2/idpresponse` take the answers. */
  readonly poolUrl: string;
}

/** A stand-in for one configured identity provider, which signs in whoever a person says they are. */
export interface FederatedProvider {
  /** `providerName` of the aws:cognito/identityProvider:IdentityProvider. */
  readonly name: string;
  readonly kind: "saml" | "oidc";
  /** Identifiers: e-mail domains whose people belong here. */
  readonly identifiers: readonly string[];
}

/** Who signed in, as the user pool takes it. */
export interface FederatedSignIn {
  readonly provider: string;
  /** What `begin` was given; the provider's own `RelayState` when nobody asked, which anybody may have written. */
  readonly relay: string;
  /** The provider began by itself, as its settings allow: there is no sign-in to go on with. */
  readonly unasked?: true;
  /** The provider's own name for the person: NameID or `sub`. */
  readonly subject: string;
  /** Claims or SAML attributes by the provider's names; several values of one attribute as `[a, b]`, as Cognito keeps them. */
  readonly claims: Readonly<Record<string, string>>;
}

/** The user pool's side of federation, and the stand-ins for the other side, on localhost. */
export interface Federation {
  readonly providers: readonly FederatedProvider[];
  /** Where to send the browser, so that the provider signs the person in. `relay` comes back with the answer. */
  begin(provider: string, relay: string): Promise<string>;
  /**
   * Reads a provider's answer: the form posted to `/saml2/idpresponse`, or the query of `/oauth2/idpresponse`.
   * Errors: the answer is not signed, expired, replayed, not asked for, for somebody else, or says that the sign-in failed.
   */
  finish(answer: {
    readonly path: string;
    readonly parameters: Readonly<Record<string, string>>;
  }): Promise<FederatedSignIn>;
  close(): Promise<void>;
}

/** `start.ts` exports it as `startFederation`. */
export type StartFederation = (options: FederationOptions) => Promise<Federation>;
