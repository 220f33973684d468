import type { NewUser } from "../contract";
import type { Pool } from "../pool/pool";
import { passwordFault } from "./password-policy";

/** A user before the pool gives it a `sub`. */
export interface UserPlan {
  /** Absent when people sign in with an attribute: the pool makes the name. */
  readonly username?: string;
  /** All names that the user signs in with. */
  readonly names: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly groups: readonly string[];
}

/** What a pool makes of a wanted user, or everything that stands against it. */
export function planUser(
  pool: Pool,
  { username, password, attributes = {}, groups = [] }: NewUser,
):
  | { readonly kind: "planned"; readonly plan: UserPlan }
  | { readonly kind: "refused"; readonly faults: readonly string[] } {
  const name = username.trim();
  const fault = passwordFault(password, pool.passwordPolicy);
  const key = nameAttribute(pool, name);
  const faults = [
    ...(name === "" ? ["The user name is empty."] : []),
    ...(pool.signIn.kind === "attribute" && name !== "" && !key
      ? [`The user name must be ${pool.signIn.attributes.map((attribute) => described[attribute]).join(" or ")}.`]
      : []),
    ...Object.keys(attributes)
      .filter((attribute) => !pool.attributes.has(attribute))
      .map((attribute) => `The user pool has no attribute ${attribute}; its schema must declare it.`),
    ...groups.filter((group) => !pool.groups.has(group)).map((group) => `The user pool has no group ${group}.`),
    ...(fault ? [fault] : []),
  ];
  if (faults.length > 0) return { kind: "refused", faults };
  const all = { ...attributes, ...(key ? { [key]: name } : undefined) };
  const aliases = pool.signIn.kind === "username" ? pool.signIn.aliases : pool.signIn.attributes;
  const names = [...(key ? [] : [name]), ...aliases.flatMap((alias) => all[alias] ?? [])];
  return {
    kind: "planned",
    plan: { ...(key ? undefined : { username: name }), names, attributes: all, groups },
  };
}

const described: Readonly<Record<string, string>> = {
  email: "an e-mail address",
  phone_number: "a phone number such as +441632960000",
};

/** The attribute that a user name is, in a pool where people sign in with one; absent when it is none. */
export function nameAttribute({ signIn }: Pool, username: string): string | undefined {
  if (signIn.kind === "username") return undefined;
  return signIn.attributes.find((attribute) => shapes[attribute]?.test(username.trim()));
}

const shapes: Readonly<Record<string, RegExp>> = {
  email: /^[^\s@]+@[^\s@]+$/,
  phone_number: /^\+[0-9]{5,15}$/,
};
