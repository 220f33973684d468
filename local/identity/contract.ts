import type { JSONWebKeySet, JWTPayload } from "jose";
import type { StackState } from "../engine/model";
import type { Federation } from "../federation/contract";
import type { ServiceCall } from "../lambda/service-caller";

export interface IdentityOptions {
  readonly state: StackState;
  /** TCP port on 127.0.0.1; 0 picks a free one. */
  readonly port: number;
  /** Calls the functions of the pool's triggers, as Amazon Cognito. Without it a trigger fails, and what it is for with it. */
  readonly invoke?: ServiceCall;
  /** Starts the stand-ins for the pool's identity providers; the pool closes them. Without it nobody signs in with them. */
  readonly federation?: (poolUrl: string) => Promise<Federation>;
}

/** A user pool on localhost: sign-in pages, OAuth 2.0 endpoints, OpenID discovery and keys, in Amazon Cognito's shape. */
export interface Identity {
  /** Such as `http://localhost:4700`; plays both the pool's domain and its `cognito-idp` endpoint. */
  readonly url: string;
  readonly userPoolId: string;
  /** As in AWS: `https://cognito-idp.<region>.amazonaws.com/<pool id>`. */
  readonly issuer: string;
  readonly jwks: JSONWebKeySet;
  /** Creates a confirmed user as an administrator does, so the pool's pre sign-up trigger is asked. */
  createUser(user: NewUser): Promise<void>;
  /** Signs a token of this pool as it is given: for tests of expired and foreign tokens. */
  sign(payload: JWTPayload): Promise<string>;
  close(): Promise<void>;
}

export interface NewUser {
  readonly username: string;
  readonly password: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly groups?: readonly string[];
  /** Enrols an authenticator app with this secret, in base32. Default: none. */
  readonly totpSecret?: string;
}

/** `server.ts` exports it as `startIdentity`. */
export type StartIdentity = (options: IdentityOptions) => Promise<Identity>;
