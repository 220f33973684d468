import type { Context } from "koa";
import type { Interaction, Provider } from "oidc-provider";
import type { FederatedProvider, FederatedSignIn, Federation } from "../../../federation/contract";
import type { Authenticators } from "../../mfa/authenticators";
import type { AppClient } from "../../pool/app-client";
import type { Pool } from "../../pool/pool";
import type { Triggers } from "../../triggers/triggers";
import type { Directory } from "../../users/directory";
import type { Pending } from "../pending";

/** What the pages of a sign-in share. */
export interface Parts {
  readonly pool: Pool;
  readonly directory: Directory;
  readonly provider: Provider;
  readonly triggers: Triggers;
  readonly authenticators: Authenticators;
  /** Absent when identity providers are not played. */
  readonly federation?: Federation;
  /** Sign-ins that wait for a code. */
  readonly codes: Pending<PendingCode>;
  /** People whom an identity provider has sent back. */
  readonly arrivals: Pending<FederatedSignIn>;
}

/** A sign-in whose password was right, and which waits for a code. */
export interface PendingCode {
  readonly sub: string;
  /** Of the app that is being enrolled, in base32; absent when one is enrolled already. */
  readonly secret?: string;
  /** Wrong codes so far. */
  failures: number;
}

/** One page of a sign-in that is under way. @throws TriggerFault when a function of the pool ends it. */
export type Step = (parts: Parts, ctx: Context, interaction: Interaction) => Promise<void>;

/** Every step but the first has its name in the query. */
export const screen = (name: "signup" | "code" | "provider" | "arrived"): string => `?screen=${name}`;

export const clientOf = ({ pool }: Parts, { params }: Interaction): AppClient =>
  pool.clients.get(String(params.client_id))!;

/** Whether the pool's own users sign in to a client. */
export const takesPasswords = ({ identityProviders }: AppClient): boolean =>
  identityProviders.length === 0 || identityProviders.includes("COGNITO");

/** The identity providers of a client that are played here. */
export const providersOf = ({ federation }: Parts, client: AppClient): readonly FederatedProvider[] =>
  federation?.providers.filter(({ name }) => client.identityProviders.includes(name)) ?? [];
