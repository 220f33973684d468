/**
 * A custom attribute of users, `custom:<key>` in Cognito. It can never be removed or changed once the pool exists, only added
 * (`tests/golden/attributes.lock.json` holds what exists), and every constraint is written out: a default that AWS fills in would
 * otherwise look like a change, and replace the pool.
 * Limits: 50 attributes a pool; names of 1 to 20 characters.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
 */
export type Attribute = {
  readonly description: string;
  /** Whether it may change after an account is made. What an identity provider fills in must be mutable. */
  readonly mutable: boolean;
} & (
  | { readonly type: "string"; readonly minLength: number /** At most 2,048. */; readonly maxLength: number }
  | { readonly type: "number"; readonly minimum: number; readonly maximum: number }
);

export const defineAttributes = <const T extends Readonly<Record<string, Attribute>>>(attributes: T): T => attributes;
