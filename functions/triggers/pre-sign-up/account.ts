/** An account of the user pool, as far as linking asks. */
export interface Account {
  readonly username: string;
  /** Such as `CONFIRMED`, or `EXTERNAL_PROVIDER` for an account that is a provider's alone. */
  readonly status: string;
  readonly enabled: boolean;
  readonly email: string;
  readonly emailVerified: boolean;
}

/** What the accounts with one address mean for a federated sign-in with that address. */
export type Match =
  | { readonly kind: "account"; readonly username: string }
  /** There is none that it is safe to link. */
  | { readonly kind: "none" }
  /** Somebody shut the owner of the address out. */
  | { readonly kind: "disabled" };

/**
 * Which account a verified address belongs to: the one native account that has it, confirmed and with the address verified. An
 * account that somebody merely started with another's address is never linked, nor is one of several.
 */
export function matchAccount(
  email: string,
  accounts: readonly Account[],
  isFederatedName: (username: string) => boolean,
): Match {
  const native = accounts.filter(
    (account) =>
      account.status !== "EXTERNAL_PROVIDER" &&
      !isFederatedName(account.username) &&
      account.email.toLowerCase() === email.toLowerCase(),
  );
  if (native.some(({ enabled }) => !enabled)) return { kind: "disabled" };
  const [account, ...others] = native;
  const isSafe = account?.status === "CONFIRMED" && account.emailVerified && others.length === 0;
  return isSafe ? { kind: "account", username: account.username } : { kind: "none" };
}
