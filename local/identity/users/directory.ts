import { randomUUID } from "node:crypto";
import type { NewUser } from "../contract";
import type { Pool } from "../pool/pool";
import { TriggerFault } from "../triggers/trigger-fault";
import { hashPassword, type PasswordHash, provesPassword } from "./password-hash";
import { nameAttribute, planUser, type UserPlan } from "./plan-user";

/** A confirmed user of the local pool. */
export interface User extends UserPlan {
  /** A UUID: the user's name in every token, for ever. */
  readonly sub: string;
  readonly username: string;
  /** Whether an identity provider alone knows who this is: no password. Default: false. */
  readonly external?: boolean;
  /** Who this is at identity providers; absent when at none. */
  readonly identities?: readonly LinkedIdentity[];
}

/** A person of an identity provider. */
export interface LinkedIdentity {
  readonly provider: string;
  /** Such as `SAML`. */
  readonly type: string;
  /** The provider's own name for the person. */
  readonly subject: string;
  /** Milliseconds since the epoch. */
  readonly created: number;
}

/** What a pool calls somebody of an identity provider: in lower case where it ignores the case of names. */
export function externalName(
  { caseSensitive }: Pick<Pool, "caseSensitive">,
  { provider, subject }: Pick<LinkedIdentity, "provider" | "subject">,
): string {
  const name = `${provider}_${subject}`;
  return caseSensitive ? name : name.toLowerCase();
}

export type Created =
  | { readonly kind: "created"; readonly user: User }
  | { readonly kind: "refused"; readonly faults: readonly string[] };

/** Asked before a user is made. @throws TriggerFault to refuse. */
export type Admit = (user: User) => Promise<void>;

interface Account {
  readonly user: User;
  /** Absent for those of whom an identity provider alone knows who they are. */
  readonly hash?: PasswordHash;
  /** When the user was made. */
  readonly created: Date;
}

/** The users of the local pool, in memory, with nothing of their passwords but scrypt hashes. */
export class Directory {
  readonly #pool: Pool;
  readonly #accounts = new Map<string, Account>();
  /** Checked when a name is unknown, so that time does not tell known from unknown names. */
  readonly #decoy = hashPassword(randomUUID());

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Creates a confirmed user, or says everything that stands against it. */
  async create(wanted: NewUser, admit?: Admit): Promise<Created> {
    const planned = planUser(this.#pool, wanted);
    if (planned.kind === "refused") return planned;
    const sub = randomUUID();
    const user: User = { ...planned.plan, sub, username: planned.plan.username ?? sub };
    return this.#add(user, admit, await hashPassword(wanted.password));
  }

  /** Creates a user who signs up: what the pool verifies counts as verified, since no code is sent from here. */
  async signUp(wanted: NewUser, admit?: Admit): Promise<Created> {
    const key = nameAttribute(this.#pool, wanted.username);
    const given = { ...wanted.attributes, ...(key ? { [key]: wanted.username } : undefined) };
    const verified = this.#pool.autoVerified
      .filter((name) => name in given)
      .map((name) => [`${name}_verified`, "true"]);
    return this.create({ ...wanted, attributes: { ...wanted.attributes, ...Object.fromEntries(verified) } }, admit);
  }

  /**
   * Creates the user of somebody whom an identity provider has signed in: in a group of that provider, and with names that
   * nobody signs in with.
   */
  createExternal(identity: LinkedIdentity, attributes: Readonly<Record<string, string>>): User {
    const user: User = {
      sub: randomUUID(),
      username: externalName(this.#pool, identity),
      names: [],
      attributes,
      groups: [`${this.#pool.id}_${identity.provider}`],
      external: true,
      identities: [identity],
    };
    this.#accounts.set(user.sub, { user, created: new Date() });
    return user;
  }

  async #add(user: User, admit: Admit | undefined, hash: PasswordHash): Promise<Created> {
    const taken = () => {
      const name = user.names.find((known) => this.#byName(known));
      return name === undefined ? undefined : { kind: "refused" as const, faults: [`A user ${name} exists already.`] };
    };
    const refused = taken();
    if (refused) return refused;
    try {
      await admit?.(user);
    } catch (fault) {
      if (fault instanceof TriggerFault) return { kind: "refused", faults: [fault.message] };
      throw fault;
    }
    const raced = taken();
    if (raced) return raced;
    this.#accounts.set(user.sub, { user, created: new Date(), hash });
    return { kind: "created", user };
  }

  /** The user whom this name and this password prove; absent without a hint which of the two was wrong. */
  async authenticate(name: string, password: string): Promise<User | undefined> {
    const known = this.#byName(name);
    const proven = await provesPassword(password, known?.hash ?? (await this.#decoy));
    return known?.hash && proven ? known.user : undefined;
  }

  bySub(sub: string): User | undefined {
    return this.#accounts.get(sub)?.user;
  }

  /** The user with a name that people sign in with, or with the name that the pool gave. */
  byName(name: string): User | undefined {
    return (this.#byName(name) ?? [...this.#accounts.values()].find(({ user }) => user.username === name))?.user;
  }

  byIdentity({ provider, subject }: Pick<LinkedIdentity, "provider" | "subject">): User | undefined {
    const same = (known: LinkedIdentity) => known.provider === provider && known.subject === subject;
    return [...this.#accounts.values()].find(({ user }) => user.identities?.some(same))?.user;
  }

  /** All users, and when they were made. */
  list(): readonly { readonly user: User; readonly created: Date }[] {
    return [...this.#accounts.values()];
  }

  /** Lets a person of an identity provider sign in as this user from now on. */
  link(sub: string, identity: LinkedIdentity): void {
    this.#change(sub, (user) => ({ ...user, identities: [...(user.identities ?? []), identity] }));
  }

  /** Sets attributes, and leaves the others. */
  update(sub: string, attributes: Readonly<Record<string, string>>): void {
    this.#change(sub, (user) => ({ ...user, attributes: { ...user.attributes, ...attributes } }));
  }

  #change(sub: string, change: (user: User) => User): void {
    const account = this.#accounts.get(sub);
    if (account) this.#accounts.set(sub, { ...account, user: change(account.user) });
  }

  #byName(name: string): Account | undefined {
    const key = (text: string) => (this.#pool.caseSensitive ? text : text.toLowerCase());
    return [...this.#accounts.values()].find(({ user }) => user.names.some((known) => key(known) === key(name.trim())));
  }
}
