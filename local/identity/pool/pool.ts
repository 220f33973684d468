import type { PasswordPolicy } from "../users/password-policy";
import type { AppClient } from "./app-client";
import type { IdentityProvider } from "./identity-provider";
import type { Mfa } from "./mfa";
import type { TriggerArns } from "./triggers";

/** What the local user pool must know of a declared one. */
export interface Pool {
  /** Such as `eu-west-1_AbC123xyz`. */
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  /** `https://cognito-idp.<region>.amazonaws.com/<pool id>`: the `iss` of every token. */
  readonly issuer: string;
  /** Whether the pool has a domain; without one, AWS serves no sign-in pages and no OAuth 2.0 endpoints. */
  readonly hasDomain: boolean;
  /** Whether people may sign themselves up. Default in AWS: true. */
  readonly selfSignUp: boolean;
  /** Whether `Ada` and `ada` are two users. Default in AWS: true. */
  readonly caseSensitive: boolean;
  readonly signIn: SignIn;
  /** Attributes that sign-up verifies, `email` and `phone_number` at most. */
  readonly autoVerified: readonly string[];
  readonly passwordPolicy: PasswordPolicy;
  /** All attributes that users may have: the standard ones, and the pool's own as `custom:<name>`. */
  readonly attributes: ReadonlySet<string>;
  /** Attributes without which nobody signs up. */
  readonly requiredAttributes: readonly string[];
  readonly groups: ReadonlyMap<string, Group>;
  /** All scopes that the pool knows: Cognito's own, and `<resource server>/<scope>`. */
  readonly scopes: ReadonlySet<string>;
  readonly clients: ReadonlyMap<string, AppClient>;
  readonly triggers: TriggerArns;
  readonly mfa: Mfa;
  /** By name. */
  readonly providers: ReadonlyMap<string, IdentityProvider>;
}

/**
 * With what people sign in. `username`: a name of their choice, or an alias attribute. `attribute`: an e-mail address or
 * phone number; the user name is then made by the pool and equals `sub`.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
 */
export type SignIn =
  | { readonly kind: "username"; readonly aliases: readonly string[] }
  | { readonly kind: "attribute"; readonly attributes: readonly string[] };

export interface Group {
  readonly name: string;
  /** Lower goes first; absent goes last. */
  readonly precedence?: number;
  readonly roleArn?: string;
}
