import { randomUUID } from "node:crypto";
import type { NewUser } from "../contract";
import type { Pool } from "../pool/pool";
import { hashPassword, type PasswordHash, provesPassword } from "./password-hash";
import { nameAttribute, planUser, type UserPlan } from "./plan-user";

/** A confirmed user of the local pool. */
export interface User extends UserPlan {
  /** A UUID: the user's name in every token, for ever. */
  readonly sub: string;
  readonly username: string;
}

export type Created =
  | { readonly kind: "created"; readonly user: User }
  | { readonly kind: "refused"; readonly faults: readonly string[] };

/** The users of the local pool, in memory, with nothing of their passwords but scrypt hashes. */
export class Directory {
  readonly #pool: Pool;
  readonly #users = new Map<string, { readonly user: User; readonly hash: PasswordHash }>();
  /** Checked when a name is unknown, so that time does not tell known from unknown names. */
  readonly #decoy = hashPassword(randomUUID());

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Creates a confirmed user, or says everything that stands against it. */
  async create(wanted: NewUser): Promise<Created> {
    const planned = planUser(this.#pool, wanted);
    if (planned.kind === "refused") return planned;
    const hash = await hashPassword(wanted.password);
    const taken = planned.plan.names.find((name) => this.#byName(name));
    if (taken !== undefined) return { kind: "refused", faults: [`A user ${taken} exists already.`] };
    const sub = randomUUID();
    const user: User = { ...planned.plan, sub, username: planned.plan.username ?? sub };
    this.#users.set(sub, { user, hash });
    return { kind: "created", user };
  }

  /** Creates a user who signs up: what the pool verifies counts as verified, since no code is sent from here. */
  async signUp(wanted: NewUser): Promise<Created> {
    const key = nameAttribute(this.#pool, wanted.username);
    const given = { ...wanted.attributes, ...(key ? { [key]: wanted.username } : undefined) };
    const verified = this.#pool.autoVerified
      .filter((name) => name in given)
      .map((name) => [`${name}_verified`, "true"]);
    return this.create({ ...wanted, attributes: { ...wanted.attributes, ...Object.fromEntries(verified) } });
  }

  /** The user whom this name and this password prove; absent without a hint which of the two was wrong. */
  async authenticate(name: string, password: string): Promise<User | undefined> {
    const known = this.#byName(name);
    const proven = await provesPassword(password, known?.hash ?? (await this.#decoy));
    return known && proven ? known.user : undefined;
  }

  bySub(sub: string): User | undefined {
    return this.#users.get(sub)?.user;
  }

  #byName(name: string) {
    const key = (text: string) => (this.#pool.caseSensitive ? text : text.toLowerCase());
    return [...this.#users.values()].find(({ user }) => user.names.some((known) => key(known) === key(name.trim())));
  }
}
