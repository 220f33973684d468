/**
 * A group of users. Membership comes from the user pool, or from the groups that an identity provider sends; a group that is not
 * declared here is nobody's.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html
 */
export interface Group<Scope extends string> {
  readonly description: string;
  /** The lower, the more it counts. Limits: 0 to 2,147,483,647. */
  readonly precedence: number;
  /** Scopes that its members' access tokens carry beside what was asked for. */
  readonly scopes: readonly Scope[];
}

/** Binds groups to the scopes that exist. */
export const groupsFor =
  <Scope extends string>() =>
  <const T extends Readonly<Record<string, Group<Scope>>>>(groups: T): T =>
    groups;
