import type { PropertyMap } from "../../engine/model";
import { maps, text } from "./properties";

/**
 * The attributes that every user pool has.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
 */
export const standardAttributes: readonly string[] = [
  "address",
  "birthdate",
  "email",
  "email_verified",
  "family_name",
  "gender",
  "given_name",
  "locale",
  "middle_name",
  "name",
  "nickname",
  "phone_number",
  "phone_number_verified",
  "picture",
  "preferred_username",
  "profile",
  "updated_at",
  "website",
  "zoneinfo",
];

/** An attribute of the pool's schema by the name it has on users: `custom:` goes before all but the standard ones. */
const onUser = (name: string) => (standardAttributes.includes(name) ? name : `custom:${name}`);

/** Names of all attributes that users of a pool may have, and of those that it requires at sign-up. */
export function readAttributes(pool: PropertyMap): {
  readonly attributes: ReadonlySet<string>;
  readonly requiredAttributes: readonly string[];
} {
  const schema = maps(pool, "schemas").map((attribute) => ({
    name: onUser(text(attribute, "name") ?? ""),
    required: attribute.required === true,
  }));
  return {
    attributes: new Set([...standardAttributes, ...schema.map(({ name }) => name)]),
    requiredAttributes: schema.filter(({ required }) => required).map(({ name }) => name),
  };
}
